/* SPDX-License-Identifier: MIT */
/*
 * PDF, by pdftotext where it is installed: it knows which letters are where on a page
 * and writes them as lines, with a form feed for each page; what comes out is read as any
 * text. Nothing of PDF itself is known here, only how pdftotext says what is wrong.
 */
#include <string.h>

#include "child.h"
#include "reading_build.h"
#include "reading_pdf.h"

static bool contains(const char *text, const char *words)
{
	return strstr(text, words) != NULL;
}

/* The sentence for an end that is none of success. */
static bool refuse(const struct child *child, struct err *err)
{
	int seconds = (child->patience + 999) / 1000;

	if (child->end == CHILD_LATE)
		return err_set(err, ERR_DATA,
			"pdftotext was not done with it after %d second%s; save it as text or DOCX",
			seconds, seconds == 1 ? "" : "s");
	if (child->end == CHILD_TALKATIVE)
		return reading_refuse_long(err);
	if (contains(child->said.text, "Incorrect password") ||
		contains(child->said.text, "ncrypt"))
		return err_set(err, ERR_DATA, "it is locked with a password; save it without one");
	if (child->status == 3)
		return err_set(err, ERR_DATA,
			"its text must not be copied, as its author has set it; "
			"ask for a DOCX or a text");
	return err_set(err, ERR_DATA,
		"it is damaged: pdftotext cannot read it; open it in a viewer and save it again");
}

/* A NUL is no text, but may stand in a bad font. */
static bool read_out(struct reading *reading, struct child *child, struct err *err)
{
	struct str text;
	bool good;

	for (size_t i = 0; i < child->out.length; i++)
		if (child->out.text[i] == '\0')
			child->out.text[i] = ' ';
	str_init(&text);
	good = reading_decode(child->out.text, child->out.length, &text, err) &&
	       reading_text(reading, text.text, text.length, err);
	str_clear(&text);
	if (good && reading->count == 0)
		return err_set(err, ERR_DATA,
			"it has no text, only pictures of it; let a program recognize the text first");
	return good;
}

bool reading_pdf_within(
	struct reading *reading, const char *bytes, size_t length, int patience, struct err *err)
{
	static const char *const argv[] = {"pdftotext", "-layout", "-enc", "UTF-8", "-", "-", NULL};
	struct child child = {.argv = argv, .patience = patience, .most = READING_TEXT_MAX};
	bool good;

	str_init(&child.out);
	str_init(&child.said);
	good = child_run(&child, bytes, length, err);
	if (good && (child.end != CHILD_ENDED || child.status != 0))
		good = refuse(&child, err);
	else if (good)
		good = read_out(reading, &child, err);
	else if (err && err->code == ERR_UNAVAILABLE)
		err_set(err, ERR_UNAVAILABLE,
			"reading a PDF needs the program pdftotext; install it (on Debian: "
			"apt-get install poppler-utils) or save the document as text or DOCX");
	str_clear(&child.said);
	str_clear(&child.out);
	return good;
}

bool reading_pdf(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	return reading_pdf_within(reading, bytes, length, PDF_PATIENCE, err);
}
