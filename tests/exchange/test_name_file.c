/* SPDX-License-Identifier: MIT */
/* Names of States and groups in French and Spanish: everybody has one, nobody that of
 * another, and lists are in the order of the language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"
#include "exchange/name_file.h"
#include "exchange/roster_file.h"

enum { FRENCH, SPANISH, LANGUAGES };

static const char *const languages[LANGUAGES] = {"fr", "es"};
static struct name_table tables[LANGUAGES];
static struct roster states, groups;

static int say(const struct messages *messages)
{
	struct str said = STR_EMPTY;

	messages_format(messages, &said);
	print_error("%s", said.text);
	str_clear(&said);
	return -1;
}

static int read_all(void **state)
{
	struct messages messages;
	bool good;

	(void)state;
	/* No copy of whoever runs the tests. */
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	messages_init(&messages, "");
	roster_init(&states);
	roster_init(&groups);
	good = roster_file_states(&states, &messages) && roster_file_groups(&groups, &messages);
	for (int i = 0; i < LANGUAGES; i++) {
		name_table_init(&tables[i]);
		good = good && name_file_read(languages[i], &tables[i], &messages);
	}
	good = good && messages.count == 0;
	int result = good ? 0 : say(&messages);
	messages_clear(&messages);
	return result;
}

static int clear_all(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++)
		name_table_clear(&tables[i]);
	roster_clear(&states);
	roster_clear(&groups);
	return 0;
}

/* --- everybody has one --- */

static void assert_has_name(int language, const struct roster_entry *entry, const char *date)
{
	const struct roster_name *there = roster_name_on(entry, date);

	if (there && !name_table_on(&tables[language], entry->code, entry->names[0].list, date))
		fail_msg("%s has no name in %s on %s", there->list, languages[language], date);
}

static void assert_all_have_names(const struct roster *roster)
{
	for (int language = 0; language < LANGUAGES; language++)
		for (size_t i = 0; i < roster->entry_count; i++) {
			const struct roster_entry *entry = &roster->entries[i];
			assert_has_name(language, entry, "2026-01-01");
			for (size_t j = 0; j < entry->name_count; j++) {
				if (entry->names[j].from)
					assert_has_name(language, entry, entry->names[j].from);
				if (entry->names[j].until)
					assert_has_name(language, entry, entry->names[j].until);
			}
		}
}

static void every_state_has_a_name_on_every_day(void **state)
{
	(void)state;
	assert_all_have_names(&states);
}

static void every_group_has_a_name(void **state)
{
	(void)state;
	assert_all_have_names(&groups);
}

static bool is_known(const struct roster *roster, const struct table_name *name)
{
	for (size_t i = 0; i < roster->entry_count; i++) {
		const struct roster_entry *entry = &roster->entries[i];
		if (name->code ? entry->code && strcmp(entry->code, name->code) == 0
			       : strcmp(entry->names[0].list, name->english) == 0)
			return true;
	}
	return false;
}

static void no_name_is_that_of_nobody(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++)
		for (size_t j = 0; j < tables[i].participants; j++) {
			const struct table_name *name = &tables[i].names[j];
			if (!is_known(&states, name) && !is_known(&groups, name) &&
				strcmp(name->english, "Secretariat") != 0 &&
				strcmp(name->english, "Chair") != 0)
				fail_msg("nobody is %s", name->code ? name->code : name->english);
		}
}

static void names_are_composed_and_have_curly_apostrophes(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++)
		for (size_t j = 0; j < tables[i].name_count; j++) {
			const struct roster_name *name = &tables[i].names[j].name;
			char *list = utf8_enter(name->list, true),
			     *running = utf8_enter(name->running, true);
			assert_string_equal(list, name->list);
			assert_string_equal(running, name->running);
			assert_null(strchr(name->running, '\''));
			free(list);
			free(running);
		}
}

/* --- names of their day --- */

static void assert_name(
	int language, const char *code, const char *date, const char *list, const char *running)
{
	const struct roster_name *name = name_table_on(&tables[language], code, NULL, date);

	assert_non_null(name);
	assert_string_equal(name->list, list);
	assert_string_equal(name->running, running);
}

static void a_report_has_the_names_of_its_day(void **state)
{
	(void)state;
	assert_name(FRENCH, "TR", "2012-10-17", "Turquie", "la Turquie");
	assert_name(FRENCH, "TR", "2023-01-01", "Türkiye", "la Türkiye");
	assert_name(SPANISH, "TR", "2012-10-17", "Turquía", "Turquía");
	assert_name(SPANISH, "SZ", "2012-10-17", "Swazilandia", "Swazilandia");
	assert_name(SPANISH, "SZ", "2020-01-01", "Eswatini", "Eswatini");
	assert_name(FRENCH, "MK", "2012-10-17", "ex-République yougoslave de Macédoine",
		"l’ex-République yougoslave de Macédoine");
	assert_name(FRENCH, "MK", "2020-01-01", "Macédoine du Nord", "la Macédoine du Nord");
	assert_name(FRENCH, "CZ", "2012-10-17", "République tchèque", "la République tchèque");
	assert_name(SPANISH, "CZ", "2020-01-01", "Chequia", "Chequia");
}

static void the_running_form_has_the_article_that_the_language_uses(void **state)
{
	(void)state;
	assert_name(FRENCH, "CA", NULL, "Canada", "le Canada");
	assert_name(FRENCH, "IT", NULL, "Italie", "l’Italie");
	assert_name(FRENCH, "US", NULL, "États-Unis d’Amérique", "les États-Unis d’Amérique");
	assert_name(FRENCH, "CU", NULL, "Cuba", "Cuba");
	assert_name(FRENCH, "BO", NULL, "Bolivie (État plurinational de)",
		"l’État plurinational de Bolivie");
	assert_name(SPANISH, "BO", NULL, "Bolivia (Estado Plurinacional de)",
		"el Estado Plurinacional de Bolivia");
	assert_name(SPANISH, "CA", NULL, "Canadá", "el Canadá");
	assert_name(
		SPANISH, "US", NULL, "Estados Unidos de América", "los Estados Unidos de América");
	assert_name(SPANISH, "ES", NULL, "España", "España");
	assert_name(SPANISH, "VA", NULL, "Santa Sede", "la Santa Sede");
}

/* --- order --- */

static int compare_keys(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of today in order, each is found behind the one before it. */
static void assert_in_order(int language, const char *const names[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *key = name_table_sort_key(&tables[language], names[i]), *before;
		size_t at = 0;
		while (at < tables[language].name_count &&
			strcmp(tables[language].names[at].name.list, names[i]) != 0)
			at++;
		if (at == tables[language].name_count)
			fail_msg("%s is no name", names[i]);
		before = name_table_sort_key(&tables[language], names[i ? i - 1 : 0]);
		if (i && compare_keys(&before, &key) >= 0)
			fail_msg("%s does not stand before %s", names[i - 1], names[i]);
		free(key);
		free(before);
	}
}

static void french_lists_are_in_french_order(void **state)
{
	static const char *const names[] = {"Afghanistan", "Afrique du Sud", "Allemagne",
		"Bolivie (État plurinational de)", "Chili", "Chine", "Chypre", "Colombie",
		"Comores", "Congo", "Costa Rica", "Côte d’Ivoire", "Croatie", "Cuba", "Égypte",
		"El Salvador", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "Estonie",
		"Eswatini", "État de Palestine", "États-Unis d’Amérique", "Éthiopie",
		"ex-République yougoslave de Macédoine", "Fédération de Russie", "Fidji", "Guinée",
		"Guinée-Bissau", "Guinée équatoriale", "Guyana", "Hongrie", "Îles Marshall",
		"Îles Salomon", "Inde", "Iran (République islamique d’)", "Iraq", "Niger",
		"Nigéria", "Pays-Bas (Royaume des)", "République centrafricaine",
		"République de Corée", "République de Moldova", "République-Unie de Tanzanie",
		"Roumanie", "Saint-Marin", "Saint-Siège", "Sainte-Lucie", "Samoa", "Türkiye",
		"Turkménistan", "Union européenne", "Uruguay"};

	(void)state;
	assert_in_order(FRENCH, names, sizeof names / sizeof names[0]);
}

static void spanish_lists_are_in_spanish_order(void **state)
{
	static const char *const names[] = {"Alemania", "Arabia Saudita", "Bhután",
		"Bolivia (Estado Plurinacional de)", "Chad", "Chequia", "Chile", "China", "Chipre",
		"Colombia", "Comoras", "Congo", "Costa Rica", "Côte d’Ivoire", "Croacia", "Ecuador",
		"Egipto", "El Salvador", "Emiratos Árabes Unidos", "Eritrea", "Eslovenia", "España",
		"Estado de Palestina", "Estados Unidos de América", "Estonia", "Eswatini",
		"Etiopía", "ex República Yugoslava de Macedonia", "Federación de Rusia", "Guinea",
		"Guinea-Bissau", "Guinea Ecuatorial", "Irlanda", "Islandia", "Islas Marshall",
		"Israel", "Reino Unido de Gran Bretaña e Irlanda del Norte",
		"República Árabe Siria", "República Centroafricana", "Sudáfrica", "Sudán",
		"Sudán del Sur", "Suecia", "Túnez", "Türkiye", "Turkmenistán", "Turquía"};

	(void)state;
	assert_in_order(SPANISH, names, sizeof names / sizeof names[0]);
}

static void a_letter_of_its_own_stands_behind_the_one_it_follows(void **state)
{
	static const char *const words[] = {"Anzio", "Año", "Aob"};
	char *keys[3];

	(void)state;
	for (int i = 0; i < 3; i++)
		keys[i] = name_table_sort_key(&tables[SPANISH], words[i]);
	assert_true(compare_keys(&keys[0], &keys[1]) < 0);
	assert_true(compare_keys(&keys[1], &keys[2]) < 0);
	free(keys[1]);
	keys[1] = name_table_sort_key(&tables[FRENCH], words[1]);
	assert_true(compare_keys(&keys[1], &keys[0]) < 0);
	for (int i = 0; i < 3; i++)
		free(keys[i]);
}

/* --- files that are wrong --- */

static void assert_says(const char *text, const char *sentence)
{
	static const char head[] = "rapporteur: names/1\nlanguage: xx\n";
	struct name_table table;
	struct messages messages;
	struct str all = STR_EMPTY, said = STR_EMPTY;

	name_table_init(&table);
	messages_init(&messages, "");
	str_addf(&all, "%s%s", head, text);
	bool good = name_file_parse("names.xx.yaml", all.text, all.length, &table, &messages);
	messages_format(&messages, &said);
	assert_int_equal(good, *sentence == '\0');
	if (*sentence && !strstr(said.text, sentence))
		fail_msg("'%s' is not in '%s'", sentence, said.text);
	str_clear(&all);
	str_clear(&said);
	messages_clear(&messages);
	name_table_clear(&table);
}

static void a_wrong_file_says_where(void **state)
{
	(void)state;
	assert_says("names: [{code: AA, list: Aa}]\n", "");
	assert_says("names:\n  - {code: AA, list: Aa}\n  - {code: AA, list: Ab}\n",
		"names.xx.yaml:5:5: AA: 'Aa' is on the same days its name");
	assert_says("names:\n  - {code: AA, list: Aa}\n  - {code: AB, list: Aa}\n",
		"names.xx.yaml:5:5: AB: 'Aa' is on the same days the name of another one");
	assert_says("names:\n  - {code: AA, list: Aa, until: 2020-01-01}\n"
		    "  - {code: AA, list: Ab, from: 2020-01-02}\n",
		"");
	assert_says("names: [{list: Aa}]\n", "a name is that of a 'code'");
	assert_says("names: [{code: AA, list: A, from: 2020-01-02, until: 2020-01-01}]\n",
		"ends on 2020-01-01");
	assert_says("letters: [{letter: ll, after: l}]\nnames: [{code: AA, list: Aa}]\n",
		"'ll' is more than one letter");
}

static void a_language_without_names_has_an_empty_table(void **state)
{
	struct name_table table;
	struct messages messages;

	(void)state;
	name_table_init(&table);
	messages_init(&messages, "");
	assert_true(name_file_read("en", &table, &messages));
	assert_int_equal(table.name_count, 0);
	messages_clear(&messages);
	name_table_clear(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_state_has_a_name_on_every_day),
		cmocka_unit_test(every_group_has_a_name),
		cmocka_unit_test(no_name_is_that_of_nobody),
		cmocka_unit_test(names_are_composed_and_have_curly_apostrophes),
		cmocka_unit_test(a_report_has_the_names_of_its_day),
		cmocka_unit_test(the_running_form_has_the_article_that_the_language_uses),
		cmocka_unit_test(french_lists_are_in_french_order),
		cmocka_unit_test(spanish_lists_are_in_spanish_order),
		cmocka_unit_test(a_letter_of_its_own_stands_behind_the_one_it_follows),
		cmocka_unit_test(a_wrong_file_says_where),
		cmocka_unit_test(a_language_without_names_has_an_empty_table),
	};

	return cmocka_run_group_tests(tests, read_all, clear_all);
}
