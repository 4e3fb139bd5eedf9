/* SPDX-License-Identifier: MIT */
/*
 * Tables under a fuzzer (make fuzz): status and responses of States from any bytes are
 * lines or sentences; and what is written of the lines is read as they were, without a
 * cell that a spreadsheet would take for a formula.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/response_file.h"
#include "exchange/status_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static bool alike(const char *a, const char *b)
{
	return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

static void must_be_alike(const struct response_line *a, const struct response_line *b)
{
	must(alike(a->state, b->state) && alike(a->received, b->received));
	must(alike(a->focal, b->focal) && alike(a->contact, b->contact));
	must(alike(a->document, b->document) && alike(a->remark, b->remark));
}

/* No cell begins with a sign of a formula; in quotation marks neither. */
static void must_have_no_formula(const char *text)
{
	bool quoted = false, begins = true;

	for (; *text; text++) {
		must(!begins || !strchr("=+-@", *text));
		begins = (begins && *text == '"') || (!quoted && (*text == ',' || *text == '\n'));
		quoted = quoted != (*text == '"');
	}
}

static void write_again(const struct response_file *file)
{
	struct response_file again;
	struct messages messages;
	struct str text;

	str_init(&text);
	response_file_write(file->lines, file->count, true, &text);
	must_have_no_formula(text.text);
	response_file_init(&again);
	messages_init(&messages, "again");
	must(response_file_parse("again", text.text, text.length, &again, &messages));
	must(again.count == file->count);
	for (size_t i = 0; i < file->count; i++)
		must_be_alike(&file->lines[i], &again.lines[i]);
	messages_clear(&messages);
	response_file_clear(&again);
	str_clear(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct response_file responses;
	struct status_file status;
	struct messages messages;

	response_file_init(&responses);
	messages_init(&messages, "table");
	if (response_file_parse("table", bytes, size, &responses, &messages))
		write_again(&responses);
	messages_clear(&messages);
	response_file_clear(&responses);
	status_file_init(&status);
	messages_init(&messages, "table");
	must(status_file_parse("table", bytes, size, &status, &messages) == (messages.errors == 0));
	messages_clear(&messages);
	status_file_clear(&status);
	return 0;
}
