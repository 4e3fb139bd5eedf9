/* SPDX-License-Identifier: MIT */
/*
 * Points are typed in haste: "asked for model legislation", "Threat assessments
 * should come first;", "- would there be a model law?". The sentence keeps the
 * words and mends the edges. Whether a first word is a name is guessed: a wrong
 * guess costs one letter, which the rapporteur sees.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <wctype.h>

#include "base/utf8.h"
#include "formula.h"
#include "point_sentence.h"
#include "verb_plural.h"

/* Verbs in summaries (conventions 3, "Voice"), and others that secretaries use. */
static const char *const verbs[] = {"accepted", "acknowledged", "added", "addressed", "advised",
	"advocated", "affirmed", "agreed", "aligned itself", "announced", "answered", "apologized",
	"appealed", "appreciated", "argued", "asked", "associated itself", "assured", "attached",
	"believed", "briefed", "called", "cautioned", "challenged", "cited", "claimed", "clarified",
	"commended", "commented", "compared", "complained", "concluded", "concurred", "condemned",
	"confirmed", "congratulated", "considered", "criticized", "dealt with", "declared",
	"delivered", "deplored", "described", "disagreed", "disassociated itself", "discussed",
	"dissociated itself", "doubted", "drew attention", "echoed", "elaborated", "emphasised",
	"emphasized", "encouraged", "endorsed", "enquired", "explained", "expressed", "favoured",
	"felt", "gave", "highlighted", "hoped", "illustrated", "indicated", "informed", "inquired",
	"insisted", "introduced", "invited", "joined", "listed", "maintained", "made", "mentioned",
	"noted", "objected", "observed", "offered", "opposed", "outlined", "paid tribute",
	"pledged", "pointed", "praised", "preferred", "presented", "promised", "proposed",
	"provided", "questioned", "raised", "reaffirmed", "recalled", "recognised", "recognized",
	"recommended", "referred", "regretted", "reiterated", "rejected", "remarked", "reminded",
	"repeated", "replied", "reported", "requested", "reserved", "responded", "reviewed", "said",
	"saw", "shared", "sought", "spoke", "stated", "stressed", "submitted", "suggested",
	"summarized", "supported", "thanked", "took note", "took the view", "touched", "underlined",
	"underscored", "updated", "urged", "voiced", "wanted", "warned", "was against",
	"was concerned", "was in favour", "was not in favour", "was of the opinion",
	"was of the view", "was opposed", "was pleased", "was ready", "welcomed", "wished",
	"withdrew", "wondered"};

/* Words that keep their capital inside a sentence (conventions 1.8) besides
 * acronyms and the names of participants. */
static const char *const capitals[] = {"African", "American", "Arab", "Arabic", "April", "Asian",
	"August", "Bureau", "Chair", "Chinese", "Conference", "Convention", "December", "English",
	"European", "February", "French", "Friday", "Government", "Governments", "I", "Internet",
	"January", "July", "June", "March", "May", "Member", "Monday", "November", "October",
	"Protocol", "Protocols", "Russian", "Saturday", "Secretariat", "September", "Spanish",
	"State", "States", "Sunday", "Thursday", "Tuesday", "Wednesday"};

/* So do these, and they make a name of the word before them: "Central Asia". */
static const char *const places[] = {
	"Africa", "America", "Asia", "Caribbean", "Europe", "Latin", "Pacific"};

/* Words that never do. */
static const char *const articles[] = {"A", "About", "After", "All", "Also", "An", "And", "Any",
	"As", "At", "Both", "But", "By", "Each", "Every", "For", "From", "How", "If", "In", "Is",
	"It", "Its", "Many", "More", "Most", "No", "Not", "Of", "On", "One", "Only", "Other", "Our",
	"Some", "Such", "That", "The", "Their", "There", "These", "They", "This", "Those", "To",
	"We", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Would"};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static size_t word_length(const char *text)
{
	return strcspn(text, " \t\n,;:.?!()");
}

static bool is_one_of(const char *word, size_t length, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(words[i], word, length) == 0 && !words[i][length])
			return true;
	return false;
}

/* One of the verbs that the language of the report has: "a demandé, a souligné". */
static bool begins_with_own_verb(const struct template *template, const char *text)
{
	const char *list = template_text(template, "point.verbs");

	for (size_t length; *list; list += length + strspn(list + length, ", ")) {
		length = strcspn(list, ",");
		if (strncasecmp(text, list, length) == 0 &&
			(text[length] == '\0' || strchr(" ,:", text[length])))
			return true;
	}
	return false;
}

/* Bytes of "that ", which the formula has too. */
static size_t that_length(const struct template *template, const char *text)
{
	const char *that = template_text(template, "point.that");
	size_t length = strlen(that);

	return strncasecmp(text, that, length) == 0 && text[length] == ' ' ? length + 1 : 0;
}

bool point_is_verb(const char *text)
{
	char first = (char)tolower((unsigned char)*text);

	for (size_t i = 0; i < LENGTH(verbs); i++) {
		if (*verbs[i] != first)
			continue;
		size_t length = strlen(verbs[i]);
		if (strncasecmp(text, verbs[i], length) == 0 &&
			!isalnum((unsigned char)text[length]) && text[length] != '-')
			return true;
	}
	return false;
}

static const char *skip_adverb(const char *text)
{
	static const char *const adverbs[] = {"also ", "further "};

	for (size_t i = 0; i < LENGTH(adverbs); i++)
		if (strncasecmp(text, adverbs[i], strlen(adverbs[i])) == 0)
			return text + strlen(adverbs[i]);
	return text;
}

/* "The same speaker also" becomes "the same speaker" before what says "further" itself;
 * else the adverb of the point is one too many. */
static void settle_adverb(struct str *speaker, const char **words)
{
	static const char also[] = " also";
	size_t before = speaker->length - (sizeof also - 1);

	if (!strstr(speaker->text, also))
		return;
	if (strncasecmp(*words, "further ", strlen("further ")) == 0 &&
		speaker->length >= sizeof also && strcmp(speaker->text + before, also) == 0)
		str_cut(speaker, before);
	else
		*words = skip_adverb(*words);
}

/* --- the first letter --- */

/* "UNODC", "G20", "eJustice": a capital or a figure after the first letter. */
static bool is_acronym(const char *word, size_t length)
{
	for (size_t i = 1; i < length; i++)
		if (isupper((unsigned char)word[i]) || isdigit((unsigned char)word[i]))
			return true;
	return false;
}

static bool begins_with_name(const char *text, const char *name)
{
	size_t length = strlen(name);

	return length && strncmp(text, name, length) == 0 && !isalpha((unsigned char)text[length]);
}

static bool begins_with_participant(const struct facts *facts, const char *text)
{
	for (size_t i = 0; i < facts->participant_count; i++) {
		const struct participant_row *participant = &facts->participants[i];
		const char *running = participant->running_name;
		if (strncmp(running, "the ", 4) == 0)
			running += 4;
		if (begins_with_name(text, participant->list_name) ||
			begins_with_name(text, running))
			return true;
	}
	return false;
}

/* "Central Asia", "Model Law": the next word begins with a capital that is not
 * the house style's ("Beneficiary States"). */
static bool names_go_on(const char *text, size_t first)
{
	const char *next = text + first;

	if (*next != ' ')
		return false;
	next++;
	size_t length = word_length(next);
	return isupper((unsigned char)*next) && length > 1 && !is_acronym(next, length) &&
	       !is_one_of(next, length, capitals, LENGTH(capitals));
}

static bool keeps_capital(const struct facts *facts, const char *text)
{
	size_t length = word_length(text);

	if (is_one_of(text, length, articles, LENGTH(articles)))
		return false;
	return is_acronym(text, length) || is_one_of(text, length, capitals, LENGTH(capitals)) ||
	       is_one_of(text, length, places, LENGTH(places)) || names_go_on(text, length) ||
	       begins_with_participant(facts, text);
}

/* Adds the text with its first letter changed. */
static void add_first(const char *text, bool capital, struct str *out)
{
	uint32_t point;
	char bytes[4];

	if (!*text)
		return;
	size_t size = utf8_decode(text, strlen(text), &point);
	point = capital ? utf8_upper(point) : (uint32_t)towlower((wint_t)point);
	str_addn(out, bytes, utf8_encode(point, bytes));
	str_add(out, text + size);
}

/* A question is a sentence of its own, in quotation marks. */
static void add_question(const struct template *template, const char *text, struct str *out)
{
	struct str inside;

	str_init(&inside);
	facts_inside_quotes(template, text, &inside);
	add_first(inside.text, true, out);
	str_clear(&inside);
}

/* --- the last letter --- */

/* Bytes without the stop, and other endings that a sentence makes itself. */
static size_t without_stop(const char *text, bool question)
{
	size_t length = strlen(text);
	const char *endings = question ? " \t\n" : " \t\n.,;:!?";

	while (length && strchr(endings, text[length - 1])) {
		if (length >= 4 && strncmp(text + length - 4, "etc.", 4) == 0)
			break;
		length--;
	}
	return length;
}

/* The stop of the formula is one too many after one that belongs to the words. */
static void mend_end(struct str *sentence)
{
	static const char *const doubled[] = {"etc..", "….", ".”.", "?”.", "!”."};

	for (size_t i = 0; i < LENGTH(doubled); i++) {
		size_t length = strlen(doubled[i]);
		if (sentence->length >= length &&
			strcmp(sentence->text + sentence->length - length, doubled[i]) == 0) {
			str_cut(sentence, sentence->length - 1);
			return;
		}
	}
}

static const char *skip_bullet(const char *text)
{
	static const char *const bullets[] = {"- ", "* ", "• ", "– "};

	text += strspn(text, " \t\n");
	for (size_t i = 0; i < LENGTH(bullets); i++)
		if (strncmp(text, bullets[i], strlen(bullets[i])) == 0)
			return skip_bullet(text + strlen(bullets[i]));
	return text;
}

const char *point_verb(size_t i)
{
	return i < LENGTH(verbs) ? verbs[i] : NULL;
}

const char *point_words(const char *point)
{
	return skip_adverb(skip_bullet(point));
}

/* How the words stand in the sentence. */
enum form { FORM_VERB, FORM_THAT, FORM_QUESTION };

/* Who speaks, and whether it is several. */
struct speaking {
	const char *phrase;
	bool several;
};

static void say(const struct facts *facts, enum form form, struct speaking speaking,
	const char *text, struct str *out)
{
	static const char *const ids[] = {"POINT", "POINT/that", "POINT/question"};
	struct str words;

	str_init(&words);
	if (form == FORM_QUESTION)
		add_question(facts->template, text, &words);
	else if (form == FORM_THAT && keeps_capital(facts, text))
		str_add(&words, text);
	else
		add_first(text, false, &words);
	if (form == FORM_VERB && speaking.several)
		verb_plural(facts->template, &words);
	formula_sentence(out, facts->template, ids[form],
		FIELDS({"speaker", speaking.phrase},
			{"speaker|", formula_form(speaking.several, false)}, {"text", words.text}));
	mend_end(out);
	str_clear(&words);
}

bool point_sentence(
	const struct facts *facts, const char *speaker, const char *point, struct str *out)
{
	return point_sentence_of(facts, speaker, false, point, out);
}

bool point_sentence_of(const struct facts *facts, const char *speaker, bool several,
	const char *point, struct str *out)
{
	struct str phrase, text;
	enum form form = FORM_THAT;

	str_init(&phrase);
	str_init(&text);
	str_add(&phrase, speaker);
	str_add(&text, skip_bullet(point));
	const char *words = text.text;
	size_t asked = without_stop(words, true);
	if (point_is_verb(skip_adverb(words)) ||
		begins_with_own_verb(facts->template, skip_adverb(words)))
		form = FORM_VERB;
	else if (asked && words[asked - 1] == '?')
		form = FORM_QUESTION;
	str_cut(&text, form == FORM_QUESTION ? asked : without_stop(words, false));

	bool any = text.length > 0;
	if (form == FORM_VERB)
		settle_adverb(&phrase, &words);
	else if (form == FORM_THAT)
		words += that_length(facts->template, words);
	if (any)
		say(facts, form, (struct speaking){phrase.text, several}, words, out);
	str_clear(&phrase);
	str_clear(&text);
	return any;
}

/* --- what names the Chair itself --- */

/* Has the list the first word of the text, or begins one of its verbs with it? "took" of
 * "took note", "a" of "a conclu". */
static bool shares_word(const char *text, size_t length, const char *list)
{
	for (; *list; list += strspn(list, ", ")) {
		if (length && strncasecmp(text, list, length) == 0 &&
			(list[length] == '\0' || strchr(" ,", list[length])))
			return true;
		list += strcspn(list, ",");
	}
	return false;
}

static bool begins_as_a_verb(const struct template *template, const char *text)
{
	size_t length = strcspn(text, " ,.;:");

	for (size_t i = 0; i < LENGTH(verbs); i++)
		if (shares_word(text, length, verbs[i]))
			return true;
	return shares_word(text, length, template_text(template, "point.verbs"));
}

/* Bytes of the phrase before a verb, with the blank; 0 if the text begins with another. */
static size_t phrase_length(const struct template *template, const char *key, const char *text)
{
	const char *phrase = template_text(template, key);
	size_t length = strlen(phrase);

	return length && strncasecmp(text, phrase, length) == 0 && text[length] == ' ' &&
			       begins_as_a_verb(template, skip_adverb(text + length + 1))
		       ? length + 1
		       : 0;
}

bool point_sentence_of_chair(const struct facts *facts, const char *point, struct str *out)
{
	static const char *const keys[] = {
		"speaker.chair", "speaker.chair-also", "conclusion.first", "conclusion.then"};
	const char *words = skip_bullet(point);
	size_t length = 0;
	struct str phrase, text;

	for (size_t i = 0; i < LENGTH(keys) && !length; i++)
		length = phrase_length(facts->template, keys[i], words);
	if (!length)
		return false;
	str_init(&phrase);
	str_init(&text);
	str_addn(&phrase, words, length - 1);
	str_addn(&text, words + length, without_stop(words + length, false));
	formula_sentence(out, facts->template, "POINT",
		FIELDS({"speaker", phrase.text}, {"speaker|", formula_form(false, false)},
			{"text", text.text}));
	mend_end(out);
	str_clear(&phrase);
	str_clear(&text);
	return true;
}

/* --- what no sentence can be made of --- */

static bool is_finite(const char *text, size_t length, const char *list, size_t size)
{
	for (const char *at = list; at < list + size; at += strspn(at, ",; ")) {
		size_t own = strcspn(at, ",;");
		if (length && length == own && strncasecmp(text, at, own) == 0)
			return true;
		at += own;
	}
	return false;
}

static bool follows_finite(const char *text, const char *list)
{
	size_t size = strlen(list);

	for (text += strcspn(text, " "); *text; text += strcspn(text, " ")) {
		text += strspn(text, " ");
		if (is_finite(text, word_length(text), list, size))
			return true;
	}
	return false;
}

size_t point_unsaid(const struct template *template, const char *point, const char **word)
{
	const char *list = template_text(template, "point.finite"), *text = point_words(point);
	size_t length = word_length(text), asked = without_stop(text, true);

	if (!is_finite(text, length, list, strlen(list)) || point_is_verb(text) ||
		begins_with_own_verb(template, text) || (asked && text[asked - 1] == '?'))
		return 0;
	if (!is_finite(text, length, list, strcspn(list, ";")) && follows_finite(text, list))
		return 0;
	*word = text;
	return length;
}
