/* SPDX-License-Identifier: MIT */
/* The answers that the store keeps, beside what the database says now. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "answers.h"
#include "store/kept.h"
#include "store/store.h"

void answers_check(struct store *store)
{
	const char *text = "";

	store_read_begin(store);
	if (!kept_check(store, &text))
		fail_msg("the answer that is kept is another one: %s", text);
	store_read_end(store);
}
