/* SPDX-License-Identifier: MIT */
/* What the files of the import of recommendations share: its lines, headings. */
#ifndef RECOMMENDATION_FIND_H
#define RECOMMENDATION_FIND_H

#include "exchange/recommendation_import.h"
#include "import_number.h"

struct finding_line {
	const struct reading_paragraph *paragraph;
	const char *number; /* as printed; NULL */
	const char *text;   /* behind it */
	struct import_label label;
	bool labelled; /* with a label of letters or figures */
	bool head;     /* reads like a heading */
};

struct finding {
	struct imported_report *report;
	struct finding_line *lines; /* the paragraphs of the text, not of the page */
	size_t count;
	const char *front_body; /* that the masthead names, once it was looked for */
	bool front_read;
	bool unsigned_numbers; /* the format keeps no brackets: its "a." was printed as "(a)" */
};

/* Title, symbol and last day of the document, out of the lines before `end`. */
void recommendation_front(struct finding *finding, size_t end);
/* The body that a subhead, a chapeau or (both NULL) the lines before `end` name; NULL. */
const char *recommendation_body(
	struct finding *finding, const char *subhead, const char *chapeau, size_t end);

/* Reads the lines of a chapter, or (chapter NULL) those of a document without one, into the
 * report; `front` lines stand before the first chapter. */
void recommendation_walk(
	struct finding *finding, const char *chapter, size_t front, size_t from, size_t end);

/* "II. Recommendations (continued)", "Conclusions and recommendations". */
bool recommendation_is_chapter(const struct finding_line *line);
/* Whether a heading in a chapter is one behind it, and not a subhead of it. */
bool recommendation_ends_chapter(
	const struct finding_line *chapter, const struct finding_line *head);
/* Says somebody should do something: "should", "are encouraged to", or an operative verb. */
bool recommendation_is_asking(const char *text);

#endif
