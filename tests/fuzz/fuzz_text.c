/* SPDX-License-Identifier: MIT */
/*
 * The readers of text and Markdown under a fuzzer (make fuzz). What must hold of any bytes is
 * in reading_check: paragraphs as reading.h promises them, or one sentence.
 */
#include <stdint.h>
#include <string.h>

#include "support/exchange/reading_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What begins as another format is left to the fuzzer of that one. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;

	for (size_t i = 0; i + 5 <= size && i < 1024; i++)
		if (memcmp(bytes + i, "%PDF-", 5) == 0)
			return 0;
	reading_check("a.txt", bytes, size);
	reading_check("a.md", bytes, size);
	return 0;
}
