/* SPDX-License-Identifier: MIT */
/*
 * The agenda exported: as a document by the writers that there are, or as an agenda
 * file. A person's own file is never written over by an agenda file of the program.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "command/agenda_export.h"
#include "command/overwrite.h"
#include "document/document.h"
#include "exchange/agenda_write.h"
#include "model/agenda_next.h"
#include "report/report.h"

static bool is_yaml(const char *format, const char *file)
{
	const char *dot = file ? strrchr(file, '.') : NULL;

	if (format)
		return strcasecmp(format, "yaml") == 0 || strcasecmp(format, "yml") == 0;
	return dot && (strcasecmp(dot, ".yaml") == 0 || strcasecmp(dot, ".yml") == 0);
}

static bool export_document(const struct agenda *agenda, const struct template *template,
	bool adopted, const char *format, const char *file, struct str *out, struct err *err)
{
	const struct writer *writer = document_writer_for(format, file, err);
	struct document document;

	if (!writer && err && err->code == ERR_USAGE) {
		struct err said = *err;
		return err_set(err, ERR_USAGE, "%s, yaml", said.text);
	}
	if (!writer)
		return false;
	document_init(&document);
	report_agenda(agenda, template, adopted, &document);
	writer->write(&document, out);
	document_clear(&document);
	return true;
}

/* A file says of each slot what it is for: one that nothing is planned for says that. Yours
 * to free. */
static struct agenda_slot *labelled_slots(const struct agenda *agenda)
{
	struct agenda_slot *slots = mem_alloc((agenda->slot_count + 1) * sizeof *slots);

	for (size_t i = 0; i < agenda->slot_count; i++) {
		slots[i] = agenda->slots[i];
		if (slots[i].item_count == 0 && !(slots[i].label && *slots[i].label))
			slots[i].label = AGENDA_UNPLANNED;
	}
	return slots;
}

bool agenda_export(const struct agenda *agenda, const struct template *template, bool adopted,
	const char *format, const char *file, struct str *out, struct err *err)
{
	struct agenda as_adopted = *agenda;
	struct agenda_slot *slots;

	if (!is_yaml(format, file))
		return export_document(agenda, template, adopted, format, file, out, err);
	if (file && strcmp(file, "-") != 0 && !overwrite_may_own(file, err))
		return false;
	if (adopted)
		as_adopted.status = "adopted";
	as_adopted.slots = slots = labelled_slots(agenda);
	agenda_write(&as_adopted, out);
	free(slots);
	return true;
}
