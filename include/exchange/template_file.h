/* SPDX-License-Identifier: MIT */
/* The words of reports: report.yaml (English) and report.fr.yaml, report.es.yaml …, one
 * file a language, which are embedded; a copy in $XDG_CONFIG_HOME/rapporteur/ wins. */
#ifndef EXCHANGE_TEMPLATE_FILE_H
#define EXCHANGE_TEMPLATE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/message.h"
#include "model/template.h"

#define TEMPLATE_LANGUAGE "en" /* where nothing is said */

/* Reads a text into a template (initialised and empty). False, with messages for all that
 * is wrong, if anything is; the template then may be incomplete. */
bool template_file_parse(const char *name, const char *text, size_t length,
	struct template *template, struct messages *messages);
/* The same of the user's copy for that language if there is one, else of the embedded
 * file. False if the program has none for it. */
bool template_file_read(const char *language, struct template *template, struct messages *messages);
/* The user's copy if nothing is wrong with it, else the embedded one; English for a
 * language that there is none for. */
void template_file_any(const char *language, struct template *template);
/* Appends the file of a language as it would be read: the user's copy, else the one that is
 * built in. False if there is none, or the copy cannot be read. */
bool template_file_text(const char *language, struct str *text, struct err *err);
/* The tag of a language that there is a file for, of a tag or the name of an official one
 * ("French", "F"); borrowed. NULL, with ERR_USAGE and which there are, for any other. */
const char *template_file_find(const char *said, struct err *err);
/* Tells each of those languages, those of the program first. */
void template_file_languages(void (*each)(const char *language, void *data), void *data);
/* The embedded English. */
void template_file_default(struct template *template);

#endif
