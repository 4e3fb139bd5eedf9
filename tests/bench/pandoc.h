/* SPDX-License-Identifier: MIT */
/* A document of many paragraphs as DOCX, beside pandoc that makes one of the same text. */
#ifndef PANDOC_H
#define PANDOC_H

/* Prints a line; the files are made in the folder. */
void pandoc_compare(const char *folder);

#endif
