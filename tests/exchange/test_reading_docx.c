/* SPDX-License-Identifier: MIT */
/* DOCX: numbers as Word prints them, no word lost, and files that want to hurt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/mem.h"
#include "support/exchange/reading_dump.h"
#include "support/pack/zip_make.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define MC "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define HEAD "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"

/* The parts of a document; NULL leaves one out. */
struct sample {
	const char *body, *styles, *numbering, *footnotes, *header;
};

static char *wrapped(const char *root, const char *inside)
{
	return mem_printf(
		HEAD "<w:%s xmlns:w='" W "' xmlns:mc='" MC "'>%s</w:%s>", root, inside, root);
}

static void add_link(struct str *links, const char *kind, const char *file)
{
	str_addf(links, "<Relationship Id='r%zu' Type='" REL "%s' Target='%s'/>", links->length,
		kind, file);
}

static void make(const struct sample *sample, struct str *bytes)
{
	const struct {
		const char *kind, *path, *root, *inside;
	} all[] = {{"document", "word/document.xml", "document", sample->body},
		{"styles", "word/styles.xml", "styles", sample->styles},
		{"numbering", "word/numbering.xml", "numbering", sample->numbering},
		{"footnotes", "word/footnotes.xml", "footnotes", sample->footnotes},
		{"header", "word/header1.xml", "hdr", sample->header}};
	struct zip_part parts[8] = {{.name = "_rels/.rels",
		.bytes = HEAD "<Relationships><Relationship Type='" REL
			      "officeDocument' Target='word/document.xml'/></Relationships>"}};
	size_t count = 1;
	struct str links;

	str_init(&links);
	str_add(&links, HEAD "<Relationships>");
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		if (!all[i].inside)
			continue;
		if (i > 0)
			add_link(&links, all[i].kind, all[i].path + strlen("word/"));
		parts[count++] = (struct zip_part){
			.name = all[i].path, .bytes = wrapped(all[i].root, all[i].inside)};
	}
	str_add(&links, "</Relationships>");
	parts[count++] =
		(struct zip_part){.name = "word/_rels/document.xml.rels", .bytes = links.text};
	zip_make(bytes, parts, count);
	for (size_t i = 1; i + 1 < count; i++)
		free((char *)parts[i].bytes);
	str_clear(&links);
}

static void assert_sample(const struct sample *sample, const char *dump)
{
	struct str bytes;

	str_init(&bytes);
	make(sample, &bytes);
	assert_reading("a.docx", bytes.text, bytes.length, dump);
	str_clear(&bytes);
}

static void assert_body(const char *body, const char *dump)
{
	assert_sample(&(struct sample){.body = body}, dump);
}

#define P(inside) "<w:p>" inside "</w:p>"
#define R(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define N(num, level, text)                                                 \
	P("<w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" num \
	  "'/></w:numPr></w:pPr>" R(text))

static void no_word_is_lost_in_what_wraps_it(void **state)
{
	(void)state;
	assert_body(
		P(R("one ") "<w:hyperlink>" R("two ") "</w:hyperlink><w:smartTag>" R("three ") "</w:smartTag><w:ins>" R("four ") "</w:ins><w:fldSimple>" R(
			"five") "</w:fldSimple><w:moveTo>" R(" six") "</w:moveTo>") "<w:sdt><w:sdtPr><w:alias "
										    "w:val='x'/></w:sdtPr><w:"
										    "sdtContent>" P(R("seven")) "</w:sdtContent></w:sdt><w:customXml>" P(
											    R("eight")) "</w:customXml>",
		"one two three four five six\nseven\neight\n");
	assert_body(P(R("CTOC") "<w:r><w:noBreakHyphen/></w:r>" R(
			    "1") "<w:r><w:softHyphen/></w:r>" R("2")),
		"CTOC-12\n");
}

static void what_was_deleted_is_left_out(void **state)
{
	(void)state;
	assert_body(
		P(R("kept") "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:moveFrom>" R(
			" moved") "</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden"
				  "</w:t></w:r><w:r><w:instrText> PAGE</w:instrText></w:r>"),
		"kept\n");
	assert_body(P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("The mark between "))
			    P(R("is gone")),
		"The mark between is gone\n");
	assert_body(P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("the end")), "the end\n");
	assert_body(
		"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" P(R(
			"gone")) "</w:tc></w:tr><w:tr><w:tc>" P(R("kept")) "</w:tc></w:tr></w:tbl>",
		"cell 1:2:1 | kept\n");
}

#define DEL(who, text)                                                      \
	"<w:del w:id='1' w:author='" who "' w:date='2012-10-17T21:04:00Z'>" \
	"<w:r><w:delText xml:space='preserve'>" text "</w:delText></w:r></w:del>"
#define INS(who, text) "<w:ins w:id='2' w:author='" who "'>" R(text) "</w:ins>"
#define TRACKED                                                                        \
	P(R("States ") DEL("A. Doe", "should") INS("A. Doe", "shall") R(" act"))       \
	P("<w:pPr><w:rPr><w:ins w:author='B'/></w:rPr></w:pPr>" INS("B", "Added one")) \
	P("<w:moveFrom w:author='C'>" R("moved") "</w:moveFrom>"                       \
						 "<w:moveTo w:author='C'>" R(          \
							 "to here") "</w:moveTo>" R(" it stays"))

/* "- should (A. Doe, 2012-10-17T21:04:00Z) in States shall act" */
static void reads_changes(const char *body, bool before, const char *text, const char *changes)
{
	struct reading reading;
	struct err err = {0};
	struct str bytes, out;

	str_init(&bytes);
	str_init(&out);
	make(&(struct sample){.body = body}, &bytes);
	reading_init(&reading);
	reading.before = before;
	assert_true(reading_parse(&reading, "a.docx", bytes.text, bytes.length, &err));
	for (size_t i = 0; i < reading.count; i++)
		str_addf(&out, "%s\n", reading.paragraphs[i].text);
	assert_string_equal(out.text, text);
	str_reset(&out);
	for (size_t i = 0; i < reading.change_count; i++) {
		const struct reading_change *change = &reading.changes[i];
		str_addf(&out, "%zu %s %s (%s, %s)\n", change->paragraph, change->gone ? "-" : "+",
			change->text, change->author, change->date);
	}
	assert_string_equal(out.text, changes);
	reading_clear(&reading);
	str_clear(&out);
	str_clear(&bytes);
}

static void what_is_tracked_is_listed_by_author_and_date(void **state)
{
	(void)state;
	reads_changes(TRACKED, false, "States shall act\nAdded one\nto here it stays\n",
		"0 - should (A. Doe, 2012-10-17T21:04:00Z)\n0 + shall (A. Doe, )\n"
		"1 + Added one (B, )\n2 - moved (C, )\n2 + to here (C, )\n");
	reads_changes(P(R("nothing")), false, "nothing\n", "");
}

static void a_text_is_read_as_it_was_before_it_was_changed(void **state)
{
	(void)state;
	reads_changes(TRACKED, true, "States should act\nmoved it stays\n", "");
	reads_changes(P(DEL("A", "All of it")), true, "All of it\n", "");
	reads_changes("<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>" P(
			      INS("A", "new")) "</w:tc></w:tr>"
					       "<w:tr><w:tc>" P(R("old")) "</w:tc></w:tr></w:tbl>",
		true, "old\n", "");
}

static void breaks_and_tabs_divide_only_where_the_words_show_it(void **state)
{
	(void)state;
	assert_body(
		P(R("A title") "<w:r><w:br/></w:r>" R("in two lines")), "A title in two lines\n");
	assert_body(P(R("1. Opening") "<w:r><w:br/></w:r>" R("2. Other matters")),
		"[1.] Opening\n[2.] Other matters\n");
	assert_body(
		P(R("Agenda") "<w:r><w:br w:type='page'/></w:r>" R("Annex")), "Agenda\nAnnex\n");
	assert_body(P("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" R(
			    "1.") "<w:r><w:tab/></w:r>" R("Opening")),
		"[1.] Opening\n");
	assert_body(P(R("(a) bis") "<w:r><w:tab/></w:r>" R("Opening"))
			    P(R("(3 ter)") "<w:r><w:tab/></w:r>" R("Rods"))
				    P(R("(a12)") "<w:r><w:tab/></w:r>" R("Hooks")),
		"[(a) bis] Opening\n[(3 ter)] Rods\n[(a12)] Hooks\n");
	assert_body(
		P(R("10 a.m.") "<w:r><w:tab/></w:r>" R("1 (a)") "<w:r><w:tab/></w:r>" R("Opening"))
			P("<w:r><w:tab/></w:r>" R("1 (b)") "<w:r><w:tab/></w:r>" R("Agenda"))
				P(R("End")),
		"cell 1:1:1 | 10 a.m.\ncell 1:1:2 | 1 (a)\ncell 1:1:3 | Opening\n"
		"cell 1:2:2 | 1 (b)\ncell 1:2:3 | Agenda\nEnd\n");
}

static const char styles[] =
	"<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/>"
	"<w:basedOn w:val='Normal'/><w:pPr><w:jc w:val='center'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/>"
	"<w:basedOn w:val='berschrift2'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='HChG'><w:name w:val='_ H _Ch_G'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='Out'><w:pPr><w:outlineLvl w:val='3'/></w:pPr></w:style>"
	"<w:style w:type='character' w:styleId='Strong'><w:rPr><w:b/></w:rPr></w:style>";

#define S(style, inside) P("<w:pPr><w:pStyle w:val='" style "'/></w:pPr>" inside)

static void styles_make_headings(void **state)
{
	(void)state;
	assert_sample(
		&(struct sample){.styles = styles,
			.body = S("berschrift2", R("a")) S("Own", R("b")) S("HChg", R("no")) S(
				"HChG", R("c")) S("Out", R("d")) S("Loop",
				R("e")) P("<w:pPr><w:outlineLvl w:val='0'/></w:pPr>" R("f")) S("Own",
				"<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>g</w:t></w:r>")
				P("<w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>h</w:t></w:r>")
					P("<w:r><w:rPr><w:b/></w:rPr><w:t>i</w:t></w:r>" R(" j"))
						P("<w:pPr><w:ind w:left='720'/></w:pPr>" R("k"))},
		"heading 2 centred | a\nheading 2 centred | b\nno\nheading 1 | c\n"
		"heading 4 | d\ne\nheading 1 | f\nheading 2 centred | g\nbold | h\ni j\n>2 | k\n");
}

#define LVL(ilvl, start, format, text)                                                  \
	"<w:lvl w:ilvl='" ilvl "'><w:start w:val='" start "'/><w:numFmt w:val='" format \
	"'/><w:lvlText w:val='" text "'/></w:lvl>"

static const char numbering[] = "<w:abstractNum w:abstractNumId='0'>" LVL(
	"0", "1", "decimal", "%1.") LVL("1", "1", "lowerLetter", "(%2)") LVL("2", "1", "lowerRoman",
	"(%3)") "</w:abstractNum>"
		"<w:abstractNum w:abstractNumId='7'>" LVL("0", "3", "upperRoman", "%1.") LVL("1",
			"1", "decimal",
			"%1.%2") "<w:lvl w:ilvl='2'><w:isLgl/><w:lvlText w:val='%1.%2.%3'/>"
				 "<w:lvlRestart w:val='1'/></w:lvl></w:abstractNum>"
				 "<w:abstractNum w:abstractNumId='9'>" LVL("0", "1", "bullet",
					 "\xEF\x82\xB7") "</w:abstractNum>"
							 "<w:abstractNum w:abstractNumId='11'><w:numStyleLink w:val='L'/></w:abstractNum>"
							 "<w:abstractNum w:abstractNumId='12'><w:styleLink w:val='L'/>" LVL(
								 "0", "1", "decimal",
								 "Item %1:") "</w:abstractNum>"
									     "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
									     "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"
									     "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
									     "<w:startOverride w:val='1'/></w:lvlOverride></w:num>"
									     "<w:num w:numId='4'><w:abstractNumId w:val='7'/></w:num>"
									     "<w:num w:numId='5'><w:abstractNumId w:val='9'/></w:num>"
									     "<w:num w:numId='6'><w:abstractNumId w:val='11'/></w:num>"
									     "<w:num w:numId='8'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>" LVL(
										     "0", "1",
										     "upperLetter",
										     "%1)") "</w:lvlOverride></w:num>";

static void a_table_of_contents_is_no_text(void **state)
{
	static const char own[] =
		"<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
		"<w:style w:type='paragraph' w:styleId='T'><w:basedOn w:val='TOC1'/></w:style>";

	(void)state;
	assert_sample(&(struct sample){.styles = own,
			      .body = S("TOC1", R("1. Opening") "<w:r><w:tab/></w:r>" R("2"))
				      S("T", R("Annex")) P(R("1. Opening"))},
		"page | 1. Opening 2\npage | Annex\n[1.] Opening\n");
}

static void numbers_are_made_as_word_prints_them(void **state)
{
	(void)state;
	assert_sample(&(struct sample){.numbering = numbering,
			      .body = N("1", "0", "one") N("1", "1", "a") N("1", "1", "b") N(
				      "1", "2", "i") N("1", "0", "two") N("1", "1", "a") N("2", "0",
				      "goes on") N("3", "0", "anew") N("3", "0", "two")
				      N("5", "0", "dot") N("6", "0", "linked") N("0", "0", "none")
					      N("99", "0", "unknown") N("8", "0", "own")},
		"[1.] one\n>2 | [(a)] a\n>2 | [(b)] b\n>4 | [(i)] i\n[2.] two\n>2 | [(a)] a\n"
		"[3.] goes on\n[1.] anew\n[2.] two\ndot\n[Item 1:] linked\nnone\nunknown\n[C)] own\n");
	assert_sample(&(struct sample){.numbering = numbering,
			      .body = N("4", "0", "x") N("4", "1", "x") N("4", "2", "x") N("4", "1",
				      "x") N("4", "2", "x") N("4", "0", "x") N("4", "2", "x")},
		"[III.] x\n>2 | [III.1] x\n>4 | [3.1.1] x\n>2 | [III.2] x\n>4 | [3.2.2] x\n"
		"[IV.] x\n>4 | [4.1.1] x\n");
}

static void an_empty_paragraph_counts_and_a_deleted_one_does_not(void **state)
{
	(void)state;
	assert_sample(
		&(struct sample){.numbering = numbering,
			.body = N("1", "0", "x") N("1", "0", "") N("1", "0", "y") P(
				"<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
				"<w:rPr><w:del/></w:rPr></w:pPr>") N("1", "0", "z")},
		"[1.] x\n[3.] y\n[4.] z\n");
}

static void numbering_comes_from_a_style_too(void **state)
{
	static const char own[] =
		"<w:style w:type='paragraph' w:styleId='L1'><w:pPr><w:numPr>"
		"<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
		"<w:style w:type='paragraph' w:styleId='L2'><w:basedOn w:val='L1'/></w:style>";
	static const char list[] =
		"<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText "
		"w:val='%1.'/><w:pStyle w:val='L1'/></w:lvl><w:lvl w:ilvl='1'>"
		"<w:pStyle w:val='L2'/><w:lvlText w:val='%1.%2.'/></w:lvl></w:abstractNum>"
		"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";

	(void)state;
	assert_sample(&(struct sample){.styles = own,
			      .numbering = list,
			      .body = S("L1", R("a")) S("L2", R("b")) S("L2", R("c"))},
		"[1.] a\n>2 | [1.1.] b\n>2 | [1.2.] c\n");
}

#define TC(inside) "<w:tc>" inside "</w:tc>"

static void tables_have_rows_and_cells(void **state)
{
	(void)state;
	assert_body("<w:tbl><w:tr>" TC(P(R("a")))
			    TC("<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" P(R("b")))
				    TC(P(R("c")) P(R("d"))) "</w:tr><w:tr>" TC(P(""))
					    TC(P(R("e"))) "</w:tr></w:tbl>" P(R("f")),
		"cell 1:1:1 | a\ncell 1:1:2 | b\ncell 1:1:4 | c\ncell 1:1:4 | d\ncell 1:2:2 | e\nf\n");
	assert_body("<w:tbl><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC(
			    P(R("a")) "<w:tbl><w:tr>" TC(P(R("in")))
				    TC(P(R("ner"))) "</w:tr></w:tbl>" P(R("b")))
			    TC(P(R("c"))) "</w:tr></w:tbl>",
		"cell 1:1:2 | a\ncell 2:1:1 | in\ncell 2:1:2 | ner\ncell 1:1:2 | b\ncell 1:1:3 | c\n");
}

static void a_text_box_is_read_once(void **state)
{
	(void)state;
	assert_body(
		P("<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" P(R("box")) "<w:tbl><w:tr>" TC(
			P(R("cell"))) "</w:tr></w:tbl></w:txbxContent></w:drawing></mc:Choice>"
				      "<mc:Fallback><w:pict><w:txbxContent>" P(R(
					      "box")) "</w:txbxContent></w:pict></mc:Fallback>"
						      "</mc:AlternateContent></w:r>" R("outside")),
		"box\ncell 1:1:1 | cell\noutside\n");
	assert_body(
		P("<w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent>" P(R(
			"box")) "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
		"box\n");
	assert_body(P("<w:r><mc:AlternateContent><mc:Choice Requires='a'><w:t>one</w:t></mc:Choice>"
		      "<mc:Choice Requires='b'><w:t>two</w:t></mc:Choice><mc:Fallback><w:t>three"
		      "</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
		"one\n");
}

#define SPAN(property, inside) "<w:tc><w:tcPr><w:" property "/></w:tcPr>" inside "</w:tc>"

/* As LibreOffice and Word write them: a list in the style that a style is based on, cells
 * over several columns and rows, an insertion that is a whole paragraph. */
static void what_word_processors_write_is_read(void **state)
{
	(void)state;
	assert_sample(
		&(struct sample){
			.styles =
				"<w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:numPr>"
				"<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
				"<w:style w:type='paragraph' w:styleId='One'><w:basedOn w:val='Base'/>"
				"</w:style><w:style w:type='paragraph' w:styleId='Two'><w:basedOn "
				"w:val='Base'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr>"
				"</w:style>",
			.numbering =
				"<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start "
				"w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/>"
				"</w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt "
				"w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>"
				"</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/>"
				"</w:num>",
			.body = P("<w:pPr><w:pStyle w:val='One'/></w:pPr>" R("first")) P(
				"<w:pPr><w:pStyle w:val='Two'/></w:pPr>" R("below"))
				P("<w:pPr><w:pStyle w:val='One'/><w:rPr><w:ins/></w:rPr></w:pPr>"
				  "<w:ins>" R("second") "</w:ins>")},
		"[1.] first\n>2 | [(a)] below\n[2.] second\n");
	assert_body("<w:tbl><w:tr>" SPAN("gridSpan w:val='2'", P(R("wide"))) TC(
			    P(R("c"))) "</w:tr><w:tr>" SPAN("vMerge w:val='restart'", P(R("tall")))
			    TC(P(R("b"))) TC(P(R("c"))) "</w:tr><w:tr>" SPAN("vMerge", P(""))
				    TC(P(R("b"))) TC(P(R("c"))) "</w:tr></w:tbl>",
		"cell 1:1:1 | wide\ncell 1:1:3 | c\ncell 1:2:1 | tall\ncell 1:2:2 | b\n"
		"cell 1:2:3 | c\ncell 1:3:2 | b\ncell 1:3:3 | c\n");
}

#undef SPAN

static void notes_stand_behind_their_paragraph(void **state)
{
	(void)state;
	assert_sample(
		&(struct sample){
			.footnotes =
				"<w:footnote w:type='separator' w:id='-1'>" P(R("no")) "</w:footnote><w:footnote w:id='2'>" P(
					"<w:r><w:footnoteRef/></w:r>" R(" Second"))
					P(R("more")) "</w:footnote><w:footnote w:id='3'>" P(
						R("First")) "</w:footnote>",
			.body = P(R("a") "<w:r><w:footnoteReference w:id='3'/></w:r>" R(
				"b")) "<w:tbl><w:tr>" TC(P(R("c") "<w:r><w:footnoteReference w:id='2'/></w:r>"))
				TC(P(R("d"))) "</w:tr></w:tbl>" P(
					"<w:r><w:footnoteReference w:id='9'/></w:r>")},
		"ab ^1\nnote | [1] First\ncell 1:1:1 | c ^2\ncell 1:1:2 | d\nnote | [2] Second more\n");
}

/* As the title of a document has it; the others are counted without it. */
static void a_note_with_a_mark_of_its_own_has_that(void **state)
{
#define REFER(id, own) "<w:r><w:footnoteReference w:id='" id "' " own "/>"
	(void)state;
	assert_sample(
		&(struct sample){
			.footnotes = "<w:footnote w:id='1'>" P(R("*") "<w:r><w:tab/></w:r>" R(
				"LAKES/1")) "</w:footnote><w:footnote w:id='2'>" P(R("First")) "</w:footnote>",
			.body = P(R("Title")
					REFER("1", "w:customMarkFollows='1'") "<w:t>*</w:t></w:r>")
				P(R("a") REFER("2", "w:customMarkFollows='0'") "</w:r>" R("b"))},
		"Title ^*\nnote | [*] LAKES/1\nab ^1\nnote | [1] First\n");
	assert_sample(
		&(struct sample){.footnotes = "<w:footnote w:id='1'>" P(R("First")) "</w:footnote>",
			.body = P(REFER("1", "w:customMarkFollows='1'") "</w:r>" R("no mark"))},
		"no mark\nnote | [1] First\n");
#undef REFER
}

static void running_heads_are_of_the_page(void **state)
{
	(void)state;
	assert_sample(&(struct sample){.header = P(R("LAKES/2031/1")) P(R("LAKES/2031/1")) P(""),
			      .body = P(R("a"))},
		"page | LAKES/2031/1\na\n");
}

/* --- that want to hurt --- */

static void assert_body_refused(const char *body, const char *sentence)
{
	struct str bytes;

	str_init(&bytes);
	make(&(struct sample){.body = body}, &bytes);
	assert_not_read("a.docx", bytes.text, bytes.length, sentence);
	str_clear(&bytes);
}

static void what_is_no_document_is_refused(void **state)
{
	struct str bytes;

	(void)state;
	str_init(&bytes);
	zip_make(&bytes, &(struct zip_part){"other.xml", "<a/>", 0, .stored = true}, 1);
	assert_not_read("a.docx", bytes.text, bytes.length,
		"“a.docx”: it is an archive and no DOCX document");
	str_reset(&bytes);
	zip_make(&bytes, &(struct zip_part){"content.xml", "<a/>", 0, .stored = true}, 1);
	assert_not_read("a.odt", bytes.text, bytes.length, "OpenDocument file; save it as DOCX");
	str_reset(&bytes);
	zip_make(&bytes,
		&(struct zip_part){"word/document.xml", "<!DOCTYPE a><a/>", 0, .stored = true}, 1);
	assert_not_read(
		"a.docx", bytes.text, bytes.length, "“word/document.xml” is damaged: line 1");
	assert_not_read("a.docx", bytes.text, bytes.length / 2, "“a.docx”: the file is damaged");
	str_clear(&bytes);
	assert_body_refused(P(""), "“a.docx” has no text");
	assert_body_refused("<w:p>", "mismatched tag");
}

static void nesting_and_length_without_end_are_refused(void **state)
{
	struct str body;

	(void)state;
	str_init(&body);
	for (int i = 0; i < 100000; i++)
		str_add(&body, "<w:p>");
	assert_body_refused(body.text, "too many elements inside one another");
	str_reset(&body);
	for (int i = 0; i < 110000; i++)
		str_addf(&body, "<w:p><w:r><w:t>%d</w:t></w:r></w:p>", i * 7919 % 100003);
	assert_body_refused(body.text, "it is too long: more than 100000 paragraphs");
	str_clear(&body);
}

static void assert_soon(const struct sample *sample, const char *dump)
{
	const char *patience = getenv("TEST_PATIENCE");
	double most = patience && atof(patience) > 1 ? atof(patience) : 1, seconds;
	clock_t start = clock();

	assert_sample(sample, dump);
	seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	if (seconds > most)
		fail_msg("it takes %.1f s", seconds);
}

static void lists_inside_one_another_do_no_harm(void **state)
{
	struct str lists;

	(void)state;
	str_init(&lists);
	str_add(&lists, "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>");
	for (int i = 0; i < 200; i++)
		str_add(&lists, "<w:abstractNum/>");
	str_add(&lists, "<w:start w:val='7'/></w:lvl></w:abstractNum>");
	assert_sample(&(struct sample){.numbering = lists.text, .body = P(R("a"))}, "a\n");
	str_clear(&lists);
}

static void a_number_without_end_is_cut(void **state)
{
	char *text = mem_alloc(900001);
	char *list;
	struct str body;

	(void)state;
	memset(text, 'x', 900000);
	list = mem_printf("<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText "
			  "w:val='%s'/></w:lvl></w:abstractNum>"
			  "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
		text);
	str_init(&body);
	for (int i = 0; i < 5000; i++)
		str_add(&body, N("1", "0", ""));
	str_add(&body, P(R("a")));
	assert_soon(&(struct sample){.numbering = list, .body = body.text}, "a\n");
	str_clear(&body);
	free(list);
	free(text);
}

static void an_empty_running_head_costs_nothing(void **state)
{
	struct str header, dump;

	(void)state;
	str_init(&header);
	str_init(&dump);
	for (int i = 0; i < 1000; i++) {
		str_addf(&header, P(R("head %d")), i);
		str_addf(&dump, "page | head %d\n", i);
	}
	for (int i = 0; i < 1000000; i++)
		str_add(&header, "<w:p/>");
	str_add(&header, "<!--"); /* what makes it hard to pack, or it were refused for that */
	for (unsigned i = 0, seed = 1; i < 100000; i++, seed = seed * 1103515245 + 12345)
		str_addc(&header, (char)('a' + (seed >> 16) % 16));
	str_add(&header, "-->");
	str_add(&dump, "a\n");
	assert_soon(&(struct sample){.header = header.text, .body = P(R("a"))}, dump.text);
	str_clear(&dump);
	str_clear(&header);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_word_is_lost_in_what_wraps_it),
		cmocka_unit_test(what_was_deleted_is_left_out),
		cmocka_unit_test(what_is_tracked_is_listed_by_author_and_date),
		cmocka_unit_test(a_text_is_read_as_it_was_before_it_was_changed),
		cmocka_unit_test(breaks_and_tabs_divide_only_where_the_words_show_it),
		cmocka_unit_test(styles_make_headings),
		cmocka_unit_test(a_table_of_contents_is_no_text),
		cmocka_unit_test(numbers_are_made_as_word_prints_them),
		cmocka_unit_test(an_empty_paragraph_counts_and_a_deleted_one_does_not),
		cmocka_unit_test(numbering_comes_from_a_style_too),
		cmocka_unit_test(tables_have_rows_and_cells),
		cmocka_unit_test(a_text_box_is_read_once),
		cmocka_unit_test(what_word_processors_write_is_read),
		cmocka_unit_test(notes_stand_behind_their_paragraph),
		cmocka_unit_test(a_note_with_a_mark_of_its_own_has_that),
		cmocka_unit_test(running_heads_are_of_the_page),
		cmocka_unit_test(what_is_no_document_is_refused),
		cmocka_unit_test(nesting_and_length_without_end_are_refused),
		cmocka_unit_test(lists_inside_one_another_do_no_harm),
		cmocka_unit_test(a_number_without_end_is_cut),
		cmocka_unit_test(an_empty_running_head_costs_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
