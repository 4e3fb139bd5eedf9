/* SPDX-License-Identifier: MIT */
/*
 * Messages about a file are collected, so that one run says everything. A file
 * made to be hostile can be wrong a hundred thousand times: only the first
 * thousand messages are kept, the rest is counted. Warnings fill at most half of
 * that room, so that an error is never lost behind them.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "exchange/message.h"

void messages_init(struct messages *messages, const char *file)
{
	*messages = (struct messages){.file = mem_strdup(file ? file : "")};
}

void messages_clear(struct messages *messages)
{
	for (size_t i = 0; i < messages->count; i++)
		free(messages->all[i].text);
	free(messages->all);
	free((char *)messages->file);
	*messages = (struct messages){0};
}

void messages_set_file(struct messages *messages, const char *file)
{
	char *copy = mem_strdup(file); /* file may be the old one */

	free((char *)messages->file);
	messages->file = copy;
}

/* The whole sentence through the filter: so nobody can forget a part of it. */
__attribute__((format(printf, 1, 0))) static char *visible_sentence(
	const char *format, va_list args)
{
	struct str raw, shown;

	str_init(&raw);
	str_init(&shown);
	str_vaddf(&raw, format, args);
	utf8_visible(&shown, raw.text, raw.length, false);
	str_clear(&raw);
	return str_take(&shown);
}

/* Takes the place and kind of `message`; its text is made of the rest. */
__attribute__((format(printf, 3, 0))) static void add(
	struct messages *messages, struct message message, const char *format, va_list args)
{
	messages->errors += !message.warning;
	if (messages->count == MESSAGES_KEPT ||
		(message.warning && messages->warnings == MESSAGES_KEPT / 2)) {
		messages->left_out++;
		return;
	}
	messages->warnings += message.warning;
	messages->all = mem_grow(
		messages->all, &messages->capacity, messages->count + 1, sizeof(*messages->all));
	message.code = message.warning ? ERR_NONE : ERR_DATA;
	message.text = visible_sentence(format, args);
	messages->all[messages->count++] = message;
}

void messages_add(
	struct messages *messages, bool warning, int line, int column, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(messages, (struct message){.warning = warning, .line = line, .column = column}, format,
		args);
	va_end(args);
}

void messages_note(struct messages *messages, int line, int column, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(messages,
		(struct message){.warning = true, .note = true, .line = line, .column = column},
		format, args);
	va_end(args);
}

static bool is_after(const struct message *a, const struct message *b)
{
	return a->line != b->line ? a->line > b->line : a->column > b->column;
}

/* By insertion: it keeps equals in order, and there are at most a thousand. */
void messages_sort(struct messages *messages)
{
	struct message *all = messages->all;

	for (size_t i = 1; i < messages->count; i++) {
		struct message moving = all[i];
		size_t at = i;
		for (; at > 0 && is_after(&all[at - 1], &moving); at--)
			all[at] = all[at - 1];
		all[at] = moving;
	}
}

static void add_place(
	const struct messages *messages, const struct message *message, struct str *out)
{
	utf8_visible(out, messages->file, strlen(messages->file), false);
	if (message->line > 0)
		str_addf(out, ":%d:%d", message->line, message->column);
	str_add(out, ": ");
}

void messages_format(const struct messages *messages, struct str *out)
{
	for (size_t i = 0; i < messages->count; i++) {
		const struct message *message = &messages->all[i];
		add_place(messages, message, out);
		str_addf(out, "%s%s\n",
			message->note      ? "note: "
			: message->warning ? "warning: "
					   : "",
			message->text);
	}
	if (messages->left_out > 0) {
		utf8_visible(out, messages->file, strlen(messages->file), false);
		str_addf(out, ": %zu more messages are left out\n", messages->left_out);
	}
}

static const struct message *first_error(const struct messages *messages)
{
	for (size_t i = 0; i < messages->count; i++)
		if (!messages->all[i].warning)
			return &messages->all[i];
	return NULL;
}

bool messages_err(const struct messages *messages, struct err *err)
{
	const struct message *first = first_error(messages);
	size_t others;
	struct str place;

	if (messages->errors == 0)
		return true;
	others = messages->errors - 1;
	str_init(&place);
	add_place(messages, first, &place);
	if (others > 0)
		err_set(err, first->code, "%s%s (and %zu more error%s)", place.text, first->text,
			others, others == 1 ? "" : "s");
	else
		err_set(err, first->code, "%s%s", place.text, first->text);
	str_clear(&place);
	return false;
}
