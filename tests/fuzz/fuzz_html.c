/* SPDX-License-Identifier: MIT */
/* The reader of HTML under a fuzzer (make fuzz). */
#include <stdint.h>
#include <string.h>

#include "support/exchange/reading_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;

	for (size_t i = 0; i + 5 <= size && i < 1024; i++)
		if (memcmp(bytes + i, "%PDF-", 5) == 0)
			return 0;
	reading_check("a.html", bytes, size);
	return 0;
}
