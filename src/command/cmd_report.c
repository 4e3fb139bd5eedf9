/* SPDX-License-Identifier: MIT */
/*
 * What the report of a session says and in which form: its language, its style, and single
 * formulas. Words come from files when a language is chosen, and are the session's own from
 * then on.
 */
#include <string.h>

#include "groups.h"

#include "exchange/template_file.h"
#include "model/language.h"
#include "model/template_style.h"
#include "rows.h"
#include "store/agenda.h"
#include "store/report_language.h"
#include "store/template.h"
#include "template_rows.h"

static const char style_prefix[] = "style.";

/* With all that is wrong in the file; a single sentence needs no list. */
static bool refuse_words(struct call *call, struct messages *messages, struct err *err)
{
	if (messages->errors > 1) {
		messages_format(messages, &call->output);
		call->says_all = true;
	}
	return messages_err(messages, err);
}

bool template_rows_write(
	struct call *call, int64_t session, const char *language, bool again, struct err *err)
{
	struct messages messages;
	struct template template;
	bool good;

	template_init(&template);
	messages_init(&messages, "report.yaml");
	good = template_file_read(language, &template, &messages) ||
	       refuse_words(call, &messages, err);
	if (good && again)
		good = store_template_forget(call->desk->store, session, language, err);
	good = good && store_template_write(call->desk->store, session, &template, err);
	messages_clear(&messages);
	template_clear(&template);
	return good;
}

bool template_rows_begin(struct call *call, int64_t session, struct err *err)
{
	struct str said;

	str_init(&said);
	store_report_language(call->desk->store, session, &said);
	const char *code = said.length ? template_file_find(said.text, NULL) : NULL;
	bool good = template_rows_write(call, session, code ? code : TEMPLATE_LANGUAGE, false, err);
	str_clear(&said);
	return good;
}

/* --- language --- */

/* A tag that there is a file for, or the name of one of the official languages. */
static bool language(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	const char *code = desk_template(desk)->language, *wanted = call_text(call, "language");
	bool again = call_given(call, "again");

	if (wanted)
		code = template_file_find(wanted, err);
	if (!code)
		return false;
	code = arena_strdup(&call->arena, code);
	str_addf(&call->reply, "the report is written in %s%s", language_name(code),
		again ? ", in the words that the file has now" : "");
	call->shows_only = !wanted && !again;
	return call->shows_only ||
	       (template_rows_write(call, desk->session, code, again, err) &&
		       store_report_language_set(desk->store, desk->session, code, err));
}

/* To begin a copy with. */
static bool words(struct call *call, struct err *err)
{
	const char *wanted = call_text(call, "language");
	const char *code = template_file_find(wanted ? wanted : TEMPLATE_LANGUAGE, err);

	return code && template_file_text(code, &call->output, err) && rows_put_output(call, err);
}

/* --- style --- */

static void list_styles(struct call *call)
{
	const struct template *template = desk_template(call->desk);
	const char *use = template_use(template, NULL);

	str_addf(&call->reply, "report style: %s", use);
	for (size_t i = 0; i < template->row_count; i++) {
		const char *key = template->rows[i].key;
		if (strncmp(key, style_prefix, strlen(style_prefix)) == 0)
			str_addf(&call->output, "%s\n", key + strlen(style_prefix));
	}
	call->shows_only = true;
}

static const char *body_key(struct call *call, int64_t body)
{
	size_t count;
	const struct body_row *bodies =
		store_bodies(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (bodies[i].id == body)
			return bodies[i].key;
	return "";
}

static bool style(struct call *call, struct err *err)
{
	const char *key = call_text(call, "style"), *row = "use";

	if (!key) {
		list_styles(call);
		return true;
	}
	if (!template_style(desk_template(call->desk), key)) {
		list_styles(call);
		return err_set(err, ERR_USAGE, "there is no report style '%s': report style", key);
	}
	str_addf(&call->reply, "report style: %s", key);
	if (call_given(call, "body")) {
		const char *body = body_key(call, call_id(call, "body"));
		row = arena_printf(&call->arena, "use.%s", body);
		str_addf(&call->reply, " for %s", body);
	}
	return store_template_set(call->desk->store, call->desk->session, "", row, key, err);
}

/* --- formulas --- */

static void show_one(const struct template *template, const char *key, struct str *out)
{
	const char *text = strncmp(key, style_prefix, strlen(style_prefix)) == 0
				   ? template_style(template, key + strlen(style_prefix))
				   : template_text(template, key);

	str_addf(out, "%s: %s\n", key, text);
}

/* "fields: {item} {bodies|one|several}" */
static void show_fields(const struct template_key *key, struct str *out)
{
	const char *field = key->fields;

	if (!field)
		return;
	str_add(out, "fields:");
	while (*(field += strspn(field, " "))) {
		size_t length = strcspn(field, " ");
		bool choice = field[length - 1] == '|';
		str_addf(out, " {%.*s%s}", (int)length, field, choice ? "one|several" : "");
		field += length;
	}
	str_addc(out, '\n');
}

static bool is_there(const struct template *template, const char *key)
{
	if (strncmp(key, style_prefix, strlen(style_prefix)) == 0)
		return template_style(template, key + strlen(style_prefix)) != NULL;
	return template_find(key) < template_key_count;
}

static bool show_formulas(struct call *call, const char *key, struct err *err)
{
	const struct template *template = desk_template(call->desk);

	call->shows_only = true;
	if (key && !is_there(template, key)) {
		const char *guess = template_guess(key);
		return err_set(err, ERR_USAGE, "there is no formula %s%s%s%s", key,
			guess ? "; did you mean " : "", guess ? guess : "", guess ? "?" : "");
	}
	if (key)
		show_one(template, key, &call->output);
	if (key && template_find(key) < template_key_count)
		show_fields(&template_keys[template_find(key)], &call->output);
	for (size_t i = 0; !key && i < template_key_count; i++)
		show_one(template, template_keys[i].key, &call->output);
	return true;
}

/* The sections of a style stand in one line, with a bar between them. */
static char *style_lines(struct call *call, const char *text)
{
	char *lines = arena_strdup(&call->arena, text);

	for (char *at = lines; *at; at++)
		if (*at == '|' && (at == lines || at[-1] == ' ') && (at[1] == ' ' || !at[1]))
			*at = '\n';
	return lines;
}

static bool formula(struct call *call, struct err *err)
{
	const char *key = call_text(call, "key"), *text = call_text(call, "text");
	struct desk *desk = call->desk;
	struct template changed;

	if (!text)
		return show_formulas(call, key, err);
	if (strncmp(key, style_prefix, strlen(style_prefix)) == 0)
		text = style_lines(call, text);
	else if (!is_there(desk_template(desk), key))
		return show_formulas(call, key, err);
	template_init(&changed);
	template_copy(&changed, desk_template(desk));
	bool good = template_set(&changed, key, text, err);
	if (!good)
		err->code = ERR_USAGE;
	good = good &&
	       store_template_set(desk->store, desk->session, changed.language, key, text, err);
	template_clear(&changed);
	str_addf(&call->reply, "%s: %s", key, call_text(call, "text"));
	return good;
}

const struct command report_commands[] = {
	{.name = "report language",
		.help = "Write the report in another language",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"language", ARG_LANGUAGE,
					.prompt =
						"Language, as fr or French; without, it is shown"},
				{"again", ARG_FLAG, .option = true,
					.prompt = "In the words that the file has now"},
			},
		.run = language},
	{.name = "report words",
		.help = "Print the file of words and styles of a language, to make a copy of",
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE,
			{"language", ARG_LANGUAGE, .option = true,
				.prompt = "Language, as fr; without one English"},
			PARAM_ANYWAY_FILE},
		.run = words},
	{.name = "report style",
		.help = "Choose the form of the report: its sections and their order",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"style", ARG_STYLE,
					.prompt = "Style, as short; without one all are listed"},
				{"body", ARG_BODY, .option = true,
					.prompt = "Body that has it; without one, all of them"},
			},
		.run = style},
	{.name = "report formula",
		.help = "Change what a formula of the report says in this session",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"key", ARG_FORMULA,
					.prompt = "Key, as ITEM-1; without one all are shown"},
				{"text", ARG_LINE, .prompt = "What it says; without, it is shown"},
			},
		.run = formula},
	{0}};
