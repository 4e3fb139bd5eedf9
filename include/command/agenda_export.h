/* SPDX-License-Identifier: MIT */
/* An agenda in one of the forms in which it can be exported. */
#ifndef COMMAND_AGENDA_EXPORT_H
#define COMMAND_AGENDA_EXPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "model/agenda.h"
#include "model/template.h"

/* Adds the agenda as a document in the format, in the words of the template, or as an agenda file ("yaml"); without a
 * format (NULL) the ending of the file's name decides (NULL: text). Refuses with ERR_USAGE
 * a format that there is not, and with ERR_CANNOT_CREATE an agenda file over one that the
 * program did not write, or that was changed since. In an agenda file a slot that nothing is
 * planned for is labelled so, since a slot without items and label is none. */
bool agenda_export(const struct agenda *agenda, const struct template *template, bool adopted,
	const char *format, const char *file, struct str *out, struct err *err);

#endif
