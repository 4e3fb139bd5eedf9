/* SPDX-License-Identifier: MIT */
/*
 * The reader of stored documents under a fuzzer. What it takes is a document that every
 * writer can print, and that is the same when it is written and read again; what it
 * refuses has a sentence with its place.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "document/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void print_all(struct document *document)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; document_writers[i]; i++) {
		str_reset(&out);
		document_writers[i]->write(document, &out);
	}
	str_clear(&out);
}

static void expect_read_back(const struct document *document)
{
	struct document again;
	struct str first, second;

	str_init(&first);
	str_init(&second);
	document_init(&again);
	document_writer("json")->write(document, &first);
	demand(document_read_json(first.text, first.length, &again, NULL));
	document_writer("json")->write(&again, &second);
	demand(strcmp(first.text, second.text) == 0);
	document_clear(&again);
	str_clear(&first);
	str_clear(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct document document;
	struct err err = {0};

	document_init(&document);
	if (document_read_json((const char *)data, size, &document, &err)) {
		expect_read_back(&document);
		print_all(&document);
		document_number(&document);
		print_all(&document);
	} else {
		demand(err.code == ERR_DATA && *err.text && !document.root->first);
	}
	document_clear(&document);
	return 0;
}
