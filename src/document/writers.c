/* SPDX-License-Identifier: MIT */
/* The formats there are: a new one is its file and its row here. */
#include <string.h>

#include "document/document.h"
#include "writers.h"

const struct writer *const document_writers[] = {
	&text_writer,
	&markdown_writer,
	NULL,
};

const struct writer *document_writer(const char *name)
{
	for (size_t i = 0; document_writers[i]; i++)
		if (strcmp(document_writers[i]->name, name) == 0)
			return document_writers[i];
	return NULL;
}
