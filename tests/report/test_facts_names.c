/* SPDX-License-Identifier: MIT */
/* A report in the names of another language: who is listed in it, and in which order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "exchange/name_file.h"
#include "support/report/one_scene.h"

/* The words stay English: only the names are looked at. */
static void speak(const char *language)
{
	struct messages messages;

	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	messages_init(&messages, "");
	assert_true(name_file_read(language, &scene.template.names, &messages));
	messages_clear(&messages);
}

static void begin(const char *language)
{
	begin_2012();
	speak(language);
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_present(&scene, "Zimbabwe; Canada; Spain; Côte d’Ivoire; Holy See");
	scene_speakers(&scene, "2", "Zimbabwe; Canada; Spain; Côte d’Ivoire");
	scene_end(&scene);
}

static void lists_are_in_french_with_the_order_of_french(void **state)
{
	(void)state;
	begin("fr");
	expect("represented at the meeting: Canada, Côte d’Ivoire, Espagne and Zimbabwe.");
	expect("Le Saint-Siège was represented");
}

static void lists_are_in_spanish_with_the_order_of_spanish(void **state)
{
	(void)state;
	begin("es");
	expect("represented at the meeting: Canadá, Côte d’Ivoire, España and Zimbabwe.");
	expect("La Santa Sede was represented");
}

static void who_has_no_name_there_keeps_the_own(void **state)
{
	(void)state;
	begin_2012();
	speak("fr");
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_participant(&scene, "state", "Ruritania", NULL);
	scene_present(&scene, "Spain; Ruritania; Canada");
	scene_end(&scene);
	expect("Canada, Espagne and Ruritania");
}

static void bodies_places_and_usual_titles_have_their_names(void **state)
{
	(void)state;
	begin("fr");
	expect("Conférence des Parties à la Convention des Nations Unies contre la criminalité");
	expect("Groupe de travail d’experts gouvernementaux sur l’assistance technique");
	expect("in Vienne");
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lists_are_in_french_with_the_order_of_french),
		TEST(lists_are_in_spanish_with_the_order_of_spanish),
		TEST(who_has_no_name_there_keeps_the_own),
		TEST(bodies_places_and_usual_titles_have_their_names),
	};
	return cmocka_run_group_tests_name("report/facts_names", tests, NULL, NULL);
}
