/* SPDX-License-Identifier: MIT */
/* The beginnings of titles by which standing items are known, as fold keys: agendas in
 * French and Spanish have them too. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "model/item_role.h"

static const struct {
	const char *beginning;
	enum item_role role;
} roles[] = {
	{"opening of the", ROLE_OPENING},
	{"adoption of the agenda", ROLE_AGENDA},
	{"adoption of the provisional agenda", ROLE_AGENDA},
	{"adoption of the report", ROLE_REPORT},
	{"adoption of the draft report", ROLE_REPORT},
	{"organizational matters", ROLE_ORGANIZATION},
	{"organization of work", ROLE_ORGANIZATION},
	{"organization of the meeting", ROLE_ORGANIZATION},
	{"election of", ROLE_ORGANIZATION},
	{"closing of the", ROLE_CLOSING},
	{"closure of the", ROLE_CLOSING},
	{"ouverture de la", ROLE_OPENING},
	{"ouverture du", ROLE_OPENING},
	{"adoption de lordre du jour", ROLE_AGENDA},
	{"adoption du rapport", ROLE_REPORT},
	{"adoption du projet de rapport", ROLE_REPORT},
	{"questions dorganisation", ROLE_ORGANIZATION},
	{"organisation des travaux", ROLE_ORGANIZATION},
	{"organisation de la", ROLE_ORGANIZATION},
	{"election du", ROLE_ORGANIZATION},
	{"election des membres du bureau", ROLE_ORGANIZATION},
	{"cloture de", ROLE_CLOSING},
	{"cloture du", ROLE_CLOSING},
	{"apertura de", ROLE_OPENING},
	{"aprobacion del programa", ROLE_AGENDA},
	{"aprobacion del informe", ROLE_REPORT},
	{"aprobacion del proyecto de informe", ROLE_REPORT},
	{"cuestiones de organizacion", ROLE_ORGANIZATION},
	{"organizacion de los trabajos", ROLE_ORGANIZATION},
	{"organizacion de la", ROLE_ORGANIZATION},
	{"eleccion de", ROLE_ORGANIZATION},
	{"clausura de", ROLE_CLOSING},
};

static bool begins(const char *key, const char *beginning)
{
	return strncmp(key, beginning, strlen(beginning)) == 0;
}

enum item_role item_role(const char *title)
{
	enum item_role role = ROLE_SUBSTANCE;
	char *key = fold_key(title);

	for (size_t i = 0; role == ROLE_SUBSTANCE && i < sizeof(roles) / sizeof(roles[0]); i++)
		if (begins(key, roles[i].beginning))
			role = roles[i].role;
	free(key);
	return role;
}

bool item_is_standing(const char *title)
{
	static const char *const others[] = {"other matters", "other business",
		"any other business", "any other matters", "provisional agenda for the next",
		"questions diverses", "autres questions", "otros asuntos",
		"ordre du jour provisoire de la prochaine", "programa provisional del proximo"};
	bool other = false;
	char *key = fold_key(title);

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		other = other || begins(key, others[i]);
	free(key);
	return other || item_role(title) != ROLE_SUBSTANCE;
}
