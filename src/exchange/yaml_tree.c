/* SPDX-License-Identifier: MIT */
/*
 * libyaml's events become a tree. The limits are kept here, event by event, and
 * reaching one stops the reading at once: libyaml itself takes half a minute
 * over a hundred thousand "[" (engineering C.4). Never its document loader.
 *
 * A key that is refused is reported and read past, so that the rest of the file
 * is still read; a syntax error ends the reading, and what was open then is
 * marked as cut, so that nobody complains of what may have followed.
 */
#include <string.h>
#include <yaml.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "yaml_syntax.h"
#include "yaml_text.h"
#include "yaml_tree.h"

struct loader {
	yaml_parser_t parser;
	struct yaml_tree *tree;
	struct messages *messages;
	const char *text;
	size_t length;
	size_t events;
	int depth;
};

static struct node *read_value(struct loader *loader, const yaml_event_t *event);

void yaml_tree_init(struct yaml_tree *tree)
{
	*tree = (struct yaml_tree){0};
	arena_init(&tree->arena);
}

void yaml_tree_clear(struct yaml_tree *tree)
{
	arena_clear(&tree->arena);
	yaml_tree_init(tree);
}

static void complain(struct loader *loader, const yaml_mark_t *mark, const char *sentence)
{
	messages_add(loader->messages, false, (int)mark->line + 1, (int)mark->column + 1, "%s",
		sentence);
}

/* A complaint after which nothing more is read. */
static void stop(struct loader *loader, const yaml_mark_t *mark, const char *sentence)
{
	if (!loader->tree->cut)
		complain(loader, mark, sentence);
	loader->tree->cut = true;
}

static void stop_at_syntax(struct loader *loader)
{
	const yaml_parser_t *parser = &loader->parser;
	int line = (int)parser->problem_mark.line + 1;
	int column = (int)parser->problem_mark.column + 1;
	uint32_t at = yaml_text_at(loader->text, loader->length, line, column);
	char *sentence;

	if (parser->error == YAML_MEMORY_ERROR)
		die("no memory left for reading a file");
	sentence = yaml_syntax_sentence(
		parser->problem, parser->context, at, (int)parser->context_mark.line + 1);
	stop(loader, &parser->problem_mark, sentence);
	free(sentence);
}

/* The next event, to be deleted by the caller; false when the reading is over. */
static bool next_event(struct loader *loader, yaml_event_t *event)
{
	if (loader->tree->cut)
		return false;
	if (!yaml_parser_parse(&loader->parser, event)) {
		stop_at_syntax(loader);
		return false;
	}
	if (++loader->events > YAML_EVENTS_MAX) {
		stop(loader, &event->start_mark, "the file has too many keys and values");
		yaml_event_delete(event);
		return false;
	}
	return true;
}

/* Text of the user inside a complaint, visible and cut. */
static char *quoted(const char *text)
{
	struct str visible, cut;
	char *result;

	str_init(&visible);
	str_init(&cut);
	utf8_visible(&visible, text, strnlen(text, 1000), false);
	utf8_ellipsis(&cut, visible.text, 40);
	result = mem_strdup(cut.text);
	str_clear(&visible);
	str_clear(&cut);
	return result;
}

static void complain_of(struct loader *loader, const yaml_mark_t *mark, const char *before,
	const char *text, const char *after)
{
	char *shown = quoted(text);
	char *sentence = mem_printf("%s%s%s", before, shown, after);

	complain(loader, mark, sentence);
	free(sentence);
	free(shown);
}

static void refuse_tag(struct loader *loader, const yaml_mark_t *mark, const yaml_char_t *tag)
{
	static const char standard[] = "tag:yaml.org,2002:";
	const char *name = (const char *)tag;

	if (!tag)
		return;
	if (strncmp(name, standard, sizeof(standard) - 1) == 0)
		complain_of(loader, mark, "a tag ('!!", name + sizeof(standard) - 1,
			"') is no part of this format; leave it out");
	else
		complain_of(loader, mark, "a tag ('", name,
			"') is no part of this format; leave it out");
}

static void refuse_anchor(struct loader *loader, const yaml_mark_t *mark, const yaml_char_t *anchor)
{
	if (anchor)
		complain_of(loader, mark, "an anchor ('&", (const char *)anchor,
			"') is no part of this format; leave it out");
}

static bool means_nothing(const yaml_event_t *event, const char *text)
{
	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return false;
	return *text == '\0' || strcmp(text, "~") == 0 || strcmp(text, "null") == 0;
}

/* Escapes in double quotes can make what yaml_text_check kept out. */
static bool has_control(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F)
			return true;
	}
	return false;
}

static void read_scalar(struct loader *loader, const yaml_event_t *event, struct node *node)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	char *entered;

	refuse_anchor(loader, &event->start_mark, event->data.scalar.anchor);
	refuse_tag(loader, &event->start_mark, event->data.scalar.tag);
	if (length > YAML_TEXT_MAX) {
		stop(loader, &event->start_mark, "a text of more than 256 KiB");
		node->kind = NODE_REFUSED;
		return;
	}
	if (has_control(text, length)) {
		complain(loader, &event->start_mark,
			"the text has an escaped control character; leave it out");
		node->kind = NODE_REFUSED;
		return;
	}
	if (means_nothing(event, text))
		return;
	node->kind = NODE_TEXT;
	entered = utf8_enter(text, false);
	node->text = arena_strdup(&loader->tree->arena, entered);
	free(entered);
}

/* True if there is room for one more level; the caller takes it away again. */
static bool deeper(struct loader *loader, const yaml_event_t *event)
{
	if (loader->depth == YAML_DEPTH_MAX) {
		stop(loader, &event->start_mark, "more than 32 levels inside one another");
		return false;
	}
	loader->depth++;
	return true;
}

static void read_list(struct loader *loader, const yaml_event_t *start, struct node *list)
{
	struct node **end = &list->first;
	yaml_event_t event;

	list->kind = NODE_LIST;
	refuse_anchor(loader, &start->start_mark, start->data.sequence_start.anchor);
	refuse_tag(loader, &start->start_mark, start->data.sequence_start.tag);
	list->cut = !deeper(loader, start);
	if (list->cut)
		return;
	while (next_event(loader, &event)) {
		bool ends = event.type == YAML_SEQUENCE_END_EVENT;
		if (!ends) {
			*end = read_value(loader, &event);
			end = &(*end)->next;
			list->count++;
		}
		yaml_event_delete(&event);
		if (ends)
			break;
	}
	list->cut = loader->tree->cut;
	loader->depth--;
}

/* The complaint about a key that is no plain word; false if there is none. */
static bool refuse_key(struct loader *loader, const yaml_event_t *event, const struct node *key)
{
	if (key->kind == NODE_REFUSED)
		return true;
	if (key->kind == NODE_LIST || key->kind == NODE_MAP)
		complain(loader, &event->start_mark,
			"a key must be a word; put a value that begins with '[' or '{' in quotes");
	else if (key->kind == NODE_NOTHING || *key->text == '\0')
		complain(loader, &event->start_mark, "a key is missing before the ':'");
	else if (strcmp(key->text, "<<") == 0)
		complain(loader, &event->start_mark,
			"a merge key ('<<') is no part of this format; write the keys out");
	else
		return false;
	return true;
}

static bool refuse_double(
	struct loader *loader, const yaml_event_t *event, const struct node *map, const char *key)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (strcmp(child->key, key) != 0)
			continue;
		char *after = mem_printf("' is there twice (first in line %d)", child->key_line);
		complain_of(loader, &event->start_mark, "the key '", key, after);
		free(after);
		return true;
	}
	return false;
}

/* The value after a key, made a child of the map unless the key is refused. */
static void read_pair(
	struct loader *loader, const yaml_event_t *key_event, struct node *map, struct node ***end)
{
	struct node *key = read_value(loader, key_event), *value;
	bool refused =
		!loader->tree->cut && (refuse_key(loader, key_event, key) ||
					      refuse_double(loader, key_event, map, key->text));
	yaml_event_t event;

	if (!next_event(loader, &event))
		return;
	if (refused && event.type == YAML_ALIAS_EVENT && key->kind == NODE_TEXT) {
		yaml_event_delete(&event); /* "<<: *base": said once is enough */
		return;
	}
	value = read_value(loader, &event);
	yaml_event_delete(&event);
	if (refused)
		return;
	value->key = key->text;
	value->key_line = key->line;
	value->key_column = key->column;
	**end = value;
	*end = &value->next;
	if (++map->count == YAML_KEYS_MAX)
		stop(loader, &key_event->start_mark, "a mapping with too many keys");
}

static void read_map(struct loader *loader, const yaml_event_t *start, struct node *map)
{
	struct node **end = &map->first;
	yaml_event_t event;

	map->kind = NODE_MAP;
	refuse_anchor(loader, &start->start_mark, start->data.mapping_start.anchor);
	refuse_tag(loader, &start->start_mark, start->data.mapping_start.tag);
	map->cut = !deeper(loader, start);
	if (map->cut)
		return;
	while (next_event(loader, &event)) {
		bool ends = event.type == YAML_MAPPING_END_EVENT;
		if (!ends)
			read_pair(loader, &event, map, &end);
		yaml_event_delete(&event);
		if (ends)
			break;
	}
	map->cut = loader->tree->cut;
	loader->depth--;
}

/* Never NULL: what cannot be read is NODE_NOTHING or NODE_REFUSED. */
static struct node *read_value(struct loader *loader, const yaml_event_t *event)
{
	struct node *node = arena_alloc(&loader->tree->arena, sizeof(*node));

	node->line = (int)event->start_mark.line + 1;
	node->column = (int)event->start_mark.column + 1;
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		read_scalar(loader, event, node);
		break;
	case YAML_SEQUENCE_START_EVENT:
		read_list(loader, event, node);
		break;
	case YAML_MAPPING_START_EVENT:
		read_map(loader, event, node);
		break;
	default:
		node->kind = NODE_REFUSED;
		complain_of(loader, &event->start_mark, "an alias ('*",
			(const char *)event->data.alias.anchor,
			"') is no part of this format; write the value out");
		break;
	}
	return node;
}

static void read_directives(struct loader *loader, const yaml_event_t *event)
{
	if (event->data.document_start.tag_directives.start !=
		event->data.document_start.tag_directives.end)
		complain(loader, &event->start_mark,
			"a '%TAG' line is no part of this format; leave it out");
}

/* One event outside the document's value; false when there is no more to read. */
static bool read_frame(struct loader *loader)
{
	struct yaml_tree *tree = loader->tree;
	bool goes_on = true;
	yaml_event_t event;

	if (!next_event(loader, &event))
		return false;
	if (event.type == YAML_STREAM_END_EVENT) {
		goes_on = false;
	} else if (event.type == YAML_DOCUMENT_START_EVENT) {
		read_directives(loader, &event);
		if (tree->root)
			stop(loader, &event.start_mark,
				"a second document begins here; one file holds one");
	} else if (event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_END_EVENT) {
		tree->root = read_value(loader, &event);
	}
	yaml_event_delete(&event);
	return goes_on;
}

bool yaml_tree_parse(
	struct yaml_tree *tree, const char *text, size_t length, struct messages *messages)
{
	struct loader loader = {.tree = tree, .messages = messages};
	size_t errors = messages->errors;

	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		length -= 3;
	}
	if (!yaml_text_check(text, length, messages)) {
		tree->cut = true;
		return false;
	}
	if (!yaml_parser_initialize(&loader.parser))
		die("no memory left for reading a file");
	loader.text = text;
	loader.length = length;
	yaml_parser_set_encoding(&loader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&loader.parser, (const unsigned char *)text, length);
	while (read_frame(&loader))
		;
	yaml_parser_delete(&loader.parser);
	return messages->errors == errors;
}
