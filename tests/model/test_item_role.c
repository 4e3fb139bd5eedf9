/* SPDX-License-Identifier: MIT */
/* What a title says of its item, in the languages of agendas. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/item_role.h"

static void a_title_says_what_the_item_is_for_in_three_languages(void **state)
{
	static const struct {
		const char *title;
		enum item_role role;
	} rows[] = {
		{"Opening of the meeting", ROLE_OPENING},
		{"Ouverture de la réunion", ROLE_OPENING},
		{"Apertura del período de sesiones", ROLE_OPENING},
		{"ADOPTION OF THE AGENDA", ROLE_AGENDA},
		{"Adoption de l’ordre du jour et organisation des travaux", ROLE_AGENDA},
		{"Adoption de l'ordre du jour", ROLE_AGENDA},
		{"Aprobación del programa y organización de los trabajos", ROLE_AGENDA},
		{"Adoption of the draft report", ROLE_REPORT},
		{"Adoption du rapport", ROLE_REPORT},
		{"Aprobación del informe", ROLE_REPORT},
		{"Questions d’organisation", ROLE_ORGANIZATION},
		{"Cuestiones de organización", ROLE_ORGANIZATION},
		{"Clôture de la réunion", ROLE_CLOSING},
		{"Clausura de la reunión", ROLE_CLOSING},
		{"Assistance technique", ROLE_SUBSTANCE},
		{"Opening markets to small producers", ROLE_SUBSTANCE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (item_role(rows[i].title) != rows[i].role)
			fail_msg("%s is %d", rows[i].title, item_role(rows[i].title));
}

static void other_matters_are_on_every_agenda(void **state)
{
	(void)state;
	assert_true(item_is_standing("Other matters"));
	assert_true(item_is_standing("Questions diverses"));
	assert_true(item_is_standing("Otros asuntos"));
	assert_true(item_is_standing("Élection du Bureau"));
	assert_false(item_is_standing("Traite des personnes"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_says_what_the_item_is_for_in_three_languages),
		cmocka_unit_test(other_matters_are_on_every_agenda),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
