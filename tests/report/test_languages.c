/* SPDX-License-Identifier: MIT */
/* Whole reports in French and Spanish, compared with golden files, and what the Chair
 * says in them: sentence by sentence as in English. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/template_file.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "support/report/one_scene.h"

static const char *const languages[] = {"fr", "es"};
enum { LANGUAGES = sizeof languages / sizeof languages[0] };

static void speak(const char *language)
{
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	template_clear(&scene.template);
	template_init(&scene.template);
	template_file_any(language, &scene.template);
	assert_string_equal(scene.template.language, language);
}

static void compare_in_all(const char *name)
{
	char golden[64];

	for (int i = 0; i < LANGUAGES; i++) {
		speak(languages[i]);
		snprintf(golden, sizeof golden, "%s_%s", name, languages[i]);
		compare_format(golden, "text");
	}
}

/* Everybody who can be in a list, with names that only stand in order in English. */
static void make_day(void)
{
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_participant(&scene, "un_body", "World Bank", "the World Bank");
	scene_participant(&scene, "guest", "Blue Shield", NULL);
	scene_status(&scene, "party",
		"Benin; Canada; Costa Rica; Côte d’Ivoire; Croatia; Egypt; European Union; Gambia; "
		"Spain");
	scene_status(&scene, "signatory", "Iran (Islamic Republic of); Japan");
	scene_status(&scene, "nonparty", "Somalia");
	scene_officer(&scene, "wg2", "Ana Beispiel", "Canada");
	scene_present(&scene, "Croatia; Somalia; Zimbabwe");
	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (a)");
	scene_say(&scene, "1 (a)", "Chair", "chair", NULL, "Made an opening statement");
	scene_conclude(&scene, "1 (a)");
	scene_open(&scene, "1 (b)");
	scene_adopt(&scene, "agenda", "consensus", true);
	scene_conclude(&scene, "1 (b)");
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "2", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "2", "Egypt", NULL, "African Group", "");
	scene_say(&scene, "2", "Canada", NULL, NULL, "UNODC\n1\nwhy not?");
	scene_speakers(&scene, "2", "Spain; Côte d’Ivoire; Canada; Benin; Croatia; Costa Rica");
	scene_speakers(&scene, "2", "European Union; Japan; Iran (Islamic Republic of); Zimbabwe");
	scene_speakers(&scene, "2", "Somalia; Holy See; World Bank; Blue Shield");
	scene_meeting(&scene, 1);
	scene_open(&scene, "2");
	scene_conclude(&scene, "2");
	scene_open(&scene, "3");
	scene_speakers(&scene, "3", "Gambia");
	scene_recommend(
		&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "takes note of the progress");
	scene_recommend(
		&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "invites States parties");
	scene_adopt(&scene, "report", "consensus", false);
	scene_end(&scene);
}

static void a_day_reads_as_in_english(void **state)
{
	(void)state;
	make_day();
	compare_in_all("day");
}

static void two_bodies_have_their_plurals_and_genders(void **state)
{
	(void)state;
	scene_2018(&scene);
	scene_begin(&scene);
	scene_status(&scene, "party", "Benin; Spain; Zimbabwe");
	scene_meeting(&scene, 0);
	scene_open(&scene, "wg2:2");
	scene_speakers(&scene, "wg2:2", "Zimbabwe");
	scene_open(&scene, "wg2:3");
	scene_speakers(&scene, "wg2:3", "Spain; Benin; Zimbabwe");
	scene_open(&scene, "wg3:4");
	scene_adopt(&scene, "report", NULL, true);
	scene_end(&scene);
	compare_in_all("joint");
}

static void notes_in_the_language_are_sentences_of_it(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Canada", NULL, NULL,
		"A demandé une loi type\nil fallait des experts\nqu’en est-il des fonds ?");
	scene_say(&scene, "2", "Spain", NULL, NULL, "pidió una ley modelo\nque era urgente");
	scene_end(&scene);
	speak("fr");
	expect("Un orateur a demandé une loi type. En outre, le même orateur a noté qu’il fallait "
	       "des experts. En outre, le même orateur a posé la question suivante\u00A0: "
	       "«\u00A0Qu’en est-il des fonds ?\u00A0»");
	speak("es");
	expect("Otro orador pidió una ley modelo. Además, el mismo orador señaló que era urgente.");
}

/* --- the Chair --- */

/* A request on the list of item 2. */
static void request(const char *name)
{
	assert_true(store_request_add(scene.store, scene.session,
		store_item_find(scene.store, scene.session, "2"), scene_who(&scene, name), 0, NULL,
		"general", scene.at, NULL));
}

static void expect_said(const char *words)
{
	struct document document;
	struct rules rules;
	struct str out;

	rules_init(&rules);
	document_init(&document);
	str_init(&out);
	report_script(scene.store, scene.session, &scene.template, 0, &rules, scene.at, &document);
	document_writer("text")->write(&document, &out);
	if (!strstr(out.text, words))
		fail_msg("not said: %s\nbut: %s", words, out.text);
	str_clear(&out);
	document_clear(&document);
}

static void the_chair_opens_in_the_language_of_the_report(void **state)
{
	(void)state;
	scene_2012(&scene);
	speak("fr");
	expect_said("Je déclare ouverte la 1re séance du Groupe de travail, qui se tient à Vienne "
		    "les 17 et 18 octobre 2012.");
	expect_said("Puis-je considérer que le Groupe de travail souhaite adopter l’ordre du jour");
	speak("es");
	expect_said(
		"Declaro abierta la 1ª sesión del Grupo de Trabajo, que se celebra en Viena los "
		"días 17 y 18 de octubre de 2012.");
}

static void the_chair_gives_the_floor_by_the_names_of_the_language(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	request("Gambia");
	request("Spain");
	scene_end(&scene);
	speak("fr");
	expect_said("Je donne la parole au représentant de la Gambie. La parole sera ensuite au "
		    "représentant de l’Espagne.");
	expect_said("Y sont inscrits\u00A0: Gambie, Espagne.");
	speak("es");
	expect_said("Doy la palabra al representante de Gambia. A continuación hará uso de la "
		    "palabra el representante de España.");
}

static void straight_marks_become_those_of_the_language(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Canada", NULL, NULL, "a demandé une \"loi type\"");
	scene_end(&scene);
	speak("fr");
	expect("Un orateur a demandé une «\u00A0loi type\u00A0».");
	speak("es");
	expect("“loi type”");
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_day_reads_as_in_english),
		TEST(two_bodies_have_their_plurals_and_genders),
		TEST(notes_in_the_language_are_sentences_of_it),
		TEST(straight_marks_become_those_of_the_language),
		TEST(the_chair_opens_in_the_language_of_the_report),
		TEST(the_chair_gives_the_floor_by_the_names_of_the_language),
	};
	return cmocka_run_group_tests_name("report/languages", tests, NULL, NULL);
}
