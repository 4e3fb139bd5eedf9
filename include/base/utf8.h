/* SPDX-License-Identifier: MIT */
/*
 * Text as people see it: grapheme clusters and their columns. Clusters come
 * from utf8proc, widths from wcwidth(), the one that ncursesw itself asks, so
 * that nothing is misaligned (engineering B.3). Needs setlocale(LC_CTYPE) with
 * a UTF-8 locale to have been called; without one every cluster is one column.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Bytes of the code point at text (1..4; 1 for a bad byte); *point gets it, or
 * 0xFFFD. length must be at least 1. */
size_t utf8_decode(const char *text, size_t length, uint32_t *point);
size_t utf8_encode(uint32_t point, char out[4]);

uint32_t utf8_upper(uint32_t point); /* its capital, or itself; knows no language */

/* Bytes of the first grapheme cluster; *columns (may be NULL) gets 0..2. Never
 * 0 bytes for a length over 0; length must be at least 1. Bad bytes are clusters of
 * one byte. What has columns of its own is a cluster of its own (a vowel sign of
 * Devanagari), save emoji that terminals join (flags, families: 2). What wcwidth()
 * calls unprintable counts 1; utf8_visible() spells it out before it is drawn. */
size_t utf8_cluster(const char *text, size_t length, int *columns);
/* Bytes of the cluster that ends at `at`; 0 at the beginning. */
size_t utf8_cluster_before(const char *text, size_t at);

/* Bytes of printable ASCII that text begins with, at most length. All but the last, on
 * which a mark may stand, are clusters of one column each. */
size_t utf8_plain(const char *text, size_t length);

int utf8_columns(const char *text); /* of the whole text */
/* Bytes of the longest beginning that fits into `columns`. */
size_t utf8_fit(const char *text, size_t length, int columns);
/* Adds text to out, cut to `columns` with "…" where it did not fit. */
void utf8_ellipsis(struct str *out, const char *text, int columns);

/* True if valid UTF-8 without NUL; else *bad is the offset of the first bad byte. */
bool utf8_valid(const char *text, size_t length, size_t *bad);

/* How typed or read text enters the program: valid UTF-8 (bad bytes and
 * noncharacters become U+FFFD), NFC; CR LF, CR, VT, FF, NEL and the line and
 * paragraph separators become LF; no blanks at line ends, no line feeds at the end,
 * other control characters and U+FEFF dropped except TAB (one blank); of a run of
 * combining marks the first 30. Quotation marks stay as typed. With one_line, line
 * feeds and the blanks around them become one blank, and there is none at either
 * end. Yours to free. */
char *utf8_enter(const char *text, bool one_line);

/* The one output filter: control characters (C0, DEL, C1), line and paragraph
 * separators, bidirectional controls, zero-width and tag characters, private
 * use, noncharacters, blank letters (Hangul fillers) and what is newer than the C
 * library's tables are made visible as "<U+202E>"; bad bytes become U+FFFD;
 * combining marks past the fourth of a cluster are dropped, one that has nothing
 * to stand on gets a dotted circle. LF and TAB pass if `lines`, else are made
 * visible too. ZWJ inside an emoji or behind an Indic virama and ZWNJ between
 * letters pass. Adds to out. */
void utf8_visible(struct str *out, const char *text, size_t length, bool lines);

#endif
