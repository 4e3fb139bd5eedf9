/* SPDX-License-Identifier: MIT */
/*
 * A report under construction, and how a section adds to it. A section is one
 * function that does one slice and says whether it is done; where it stands is
 * in the report, because between two slices anything may happen.
 */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include "facts.h"
#include "model/sources.h"
#include "model/template_style.h"
#include "outline.h"
#include "report/report.h"

/* Who spoke under an item, by index in the list of participants. */
struct speakers {
	bool *own;                   /* in its own name, at least once */
	struct sources *said;        /* by speaker: which statements those were */
	struct speaker_for **groups; /* by speaker: for whom; NULL = for nobody */
	struct sources secretariat;
	size_t statements; /* that count for the list of statements */
};

struct speaker_for {
	size_t group; /* index */
	struct sources said;
	struct speaker_for *next;
};

/* What the summary knows of the item that it is reading. */
struct summary_item {
	struct report_cursor cursor;
	bool begun;
	int64_t statement;                  /* the one read last */
	int64_t read;                       /* statements so far */
	bool spoke;                         /* a paragraph has been made of it */
	size_t presentations;               /* by the Secretariat, without points */
	bool presented;                     /* one of them was told by its points */
	struct str panellists, topics;      /* a line each */
	struct sources presenting, leading; /* the statements of both */
	struct sources told;                /* of the paragraph: what it was made from */
	size_t points;
	struct node *first;     /* its first paragraph; NULL: it has none yet */
	struct node *paragraph; /* of the statement that is being summarized … */
	struct str text;        /* … and its text so far */
	bool voice;             /* "one speaker" has been said under this item */
};

/* Beside the options of a style: a reading that only counts who spoke, and one that does
 * not, because another has. */
enum { BUILD_SILENT = 1 << 16, BUILD_AGAIN = 1 << 17 };

struct report {
	struct store *store;
	int64_t session;
	struct document document;
	struct arena arena;       /* facts, outline, speakers */
	struct template template; /* its own copy: a report is built over many commands */
	struct facts facts;
	struct outline outline;
	struct speakers **speakers; /* by entry of the outline; NULL: nobody */
	struct report_gap *gaps;
	struct node **gap_nodes; /* beside gaps; NULL = of no paragraph */
	size_t gap_count, gap_capacity, gap_node_capacity;
	struct style_part *lines; /* of its style: the sections */
	size_t line_count;
	const struct style_part *line; /* that is being built; NULL: none yet */
	size_t section;                /* its index */
	size_t at;                     /* what in it: an entry of the outline, a set */
	bool section_begun;            /* a section's own: its heading is there */
	struct summary_item item;
	const char **topic_words; /* "on": in the languages that notes may be in */
	size_t topic_word_count;
	struct part *part;  /* NULL: the whole report */
	const char *symbol; /* of the part; NULL */
	const char *date;   /* of the part; NULL */
	int issued;         /* parts before it */
	bool next_part;     /* wanted */
	int64_t again;      /* the part that is wanted as it would be now; 0: the next */
	bool bare;          /* only what is generated is wanted, for another report */
	const struct part_cover *covers; /* what it leaves out then; borrowed */
	size_t cover_count;
	struct anew *anew; /* what is known of the parts; NULL: not read */
	bool planned;      /* whether any of it has to be made anew */
	struct report_touch *touches;
	size_t touch_count, touch_capacity;
	struct together_all *together; /* points that are told together; NULL: not read yet */
	size_t present;                /* points that begin in the present tense */
	size_t unsaid;                 /* points that begin with a verb that nobody has */
	struct node *unknown_status;   /* the first sentence that leaves one open */
	int year;                      /* mentioned last in the text; 0 = none yet */
	struct document_numbering numbering;
	bool statistics; /* wanted as an annex */
	bool refers;     /* to numbers that are not known yet */
	bool loaded, overlaid, done;
};

/* What a paragraph was made from: its key is formula/bodies/item/class, and stays
 * the same when one becomes several (what follows a slash is no part of it). */
struct source {
	const char *formula;
	uint64_t bodies;
	const struct item_row *item; /* or NULL */
	const char *class;           /* or NULL */
};

const char *build_key(struct report *report, struct source source);
/* What stands in a sentence for the number of a paragraph, until all are numbered
 * (overlay_refer). Plain text, in the report's arena. */
const char *build_number(struct report *report, struct source source);
/* Lets go of what the summary knows of its item. */
void build_clear_item(struct report *report);

/* Adds a paragraph; text is in inline form. */
struct node *build_paragraph(struct report *report, struct source source, const char *text);
/* Says what a node was made from, beside what it says already (model/sources.h). */
void build_from(struct report *report, struct node *node, char kind, int64_t number);
void build_from_all(struct report *report, struct node *node, const struct sources *sources);
/* Adds an unnumbered heading (level 0) or a numbered one; text is inline. */
struct node *build_heading(
	struct report *report, int level, struct source source, const char *text);
/* The heading of the section that is being built, if it has one: else NULL. names: for its
 * field {bodies}; NULL: the bodies that meet. */
struct node *build_section_heading(struct report *report, const char *names);
/* Notes what is missing; node may be NULL. A sentence without full stop; what is behind
 * its last colon is the command that supplies it. The gap is good until the next one: the
 * caller may put in a command that says more, and what it is for. */
struct report_gap *build_gap(struct report *report, struct node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Adds a paragraph in brackets that says what is missing, and the gap with the
 * command that supplies it. */
struct report_gap *build_missing(
	struct report *report, struct source source, const char *command, const char *sentence);
/* Adds the symbol of a document of these bodies in the year of the session, of which
 * `end` is the last part (conventions 1.2): "CTOC/COP/WG.2/2012/L.1". Nothing where no
 * body has one. */
void build_symbol(const struct report *report, const char *end, struct str *out);

/* What was decided about the agenda after the change `since` (decisions.c), by order of entry: of these bodies, and
 * with `work` about the organization of work. */
void build_decisions(struct report *report, uint64_t bodies, int64_t since, bool work);

/* Adds which session it is, "seventh session", as it stands in a sentence. */
void build_session(struct report *report, struct str *out);
/* What stands above the first section. */
void build_masthead(struct report *report);
/* The final report in the register, where that is what is being made; else NULL. */
const struct document_row *build_final(const struct report *report);
/* The list of participants in the register, or NULL. */
const struct document_row *build_participants_list(const struct report *report);
/* Is it not a report but a list of who spoke, who came or what was distributed? */
bool build_is_list(const struct report *report);
/* What was recommended under an item, with how it was decided. */
bool build_has_action(struct report *report, const struct item_row *item);
void build_action(struct report *report, const struct item_row *item);

/* The sections, a kind each; the style has their order. True when done. */
bool section_title(struct report *report);
bool section_heading(struct report *report);
bool section_introduction(struct report *report);
bool section_recommendations(struct report *report);
bool section_follow_up(struct report *report);
bool section_summary(struct report *report);
bool section_opening(struct report *report);
bool section_meetings(struct report *report);
bool section_chair(struct report *report);
bool section_statements(struct report *report);
bool section_agenda(struct report *report);
bool section_attendance(struct report *report);
bool section_documents(struct report *report);
bool section_adoption(struct report *report);
bool section_annex(struct report *report);

#endif
