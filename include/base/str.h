/* SPDX-License-Identifier: MIT */
/* A string that grows. `text` is never NULL after str_init and always ends in
 * NUL; it is borrowed until the next change. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct str {
	char *text;
	size_t length; /* bytes, without the NUL */
	size_t capacity;
};

#define STR_EMPTY ((struct str){(char *)"", 0, 0}) /* needs no str_clear while empty */

void str_init(struct str *s);
void str_clear(struct str *s); /* frees; s is STR_EMPTY again */
void str_reset(struct str *s); /* length 0, memory kept */
void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const char *bytes, size_t length);
void str_addc(struct str *s, char c);
/* In decimal, with zeros before it where it has fewer digits. */
void str_add_number(struct str *s, unsigned long number, size_t digits);
void str_addf(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_vaddf(struct str *s, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
void str_insert(struct str *s, size_t at, const char *bytes, size_t length);
void str_remove(struct str *s, size_t at, size_t length);
void str_cut(struct str *s, size_t length); /* shortens to length bytes */
char *str_take(struct str *s);              /* yours to free; s is STR_EMPTY again */

#endif
