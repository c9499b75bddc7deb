"""Jinja2 for the pages: what stands in the data can be read as neither Markdown nor HTML, and null is never printed.

Every expression of a template goes through `text`, so a template cannot forget to escape; what must stay as it is
comes as `Markup` from the few filters here.
"""

import datetime
import html
import json
import re
import traceback
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from hooks.refused import Refused
from quiz.portability import letter_takes
from quiz.words import as_start

TEMPLATES = Path(__file__).with_name("templates")

# Marks that neither Markdown nor HTML reads as anything, where they stand in running text, stay readable.
_MARKS = re.compile(r"[^\w\s,.;?%$'’–×()/-]|_|(?<!\w)-|-(?!\w)|(?<=\d)[.)](?=\s)")


def text(value: object) -> Markup:
    """Text for Markdown or HTML. A missing value is a fault of the template: it has to say "not verified" itself."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, datetime.date):
        return Markup(day(value))
    if value is None or isinstance(value, bool):
        raise jinja2.TemplateRuntimeError(f"{value} would be printed; the template must say in words what that means")
    flat = " ".join(str(value).split("\n"))
    return Markup(_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", flat))


def anchor(value: str) -> str:
    """A name as the anchor of a heading: "small-employer-cor"."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")


def as_text(value: str) -> Markup:
    """HTML to be read as it is written, for a field to copy from: every mark as an entity, line breaks too."""
    return Markup("".join(mark if mark.isalnum() or mark == " " else f"&#{ord(mark)};" for mark in str(value)))


def day(value: datetime.date) -> str:
    """A date in words, as Canadians write it: November 23, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def address(value: str) -> Markup:
    """A web address for an attribute; the model has accepted it, this escapes what HTML would read."""
    return Markup(html.escape(value, quote=True))


def front(value: str) -> Markup:
    """A title for the front matter, as a JSON string that holds HTML: Material prints titles as they are."""
    return Markup(json.dumps(html.escape(value, quote=True), ensure_ascii=False))


def host(value: str) -> str:
    """The site of an address, as a reader would name it."""
    return re.sub(r"^https?://(www\.)?", "", value).partition("/")[0]


def path_of(value: str) -> str:
    """The rest of an address after its site."""
    return "/" + re.sub(r"^https?://", "", value).partition("/")[2]


def capitalize_first(value: str) -> str:
    """A phrase as the start of a sentence: the first letter large, unless it begins a name like go2HR."""
    return type(value)(as_start(value.strip()))


def full_stop(value: str) -> str:
    """A phrase as a sentence: with the full stop that it may lack."""
    return value if value.endswith((".", "?", "!")) else f"{value}."


def first_sentence(value: str) -> str:
    """The first of several sentences, for a line of a list, without its full stop."""
    return re.split(r"(?<=[.?!])\s", value, maxsplit=1)[0].removesuffix(".")


def lower_first(value: str) -> str:
    """A phrase inside a sentence: the first letter small, unless it begins a name in capitals."""
    return value[:1].lower() + value[1:] if value[1:2] in ("", " ") or value[1:2].islower() else value


def phone_link(value: str) -> Markup:
    """The address that dials a number: tel:+1… with the extension."""
    number, _, extension = value.partition(", ext. ")
    digits = re.sub(r"\D", "", number)
    digits = digits if len(digits) == 11 else f"1{digits}"
    return Markup(f"tel:+{digits}{f';ext={extension}' if extension else ''}")


@cache
def environment(language: str) -> jinja2.Environment:
    """The templates of a language."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES / language),
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.do"],
        autoescape=True,
        finalize=text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters = (
        address,
        anchor,
        as_text,
        capitalize_first,
        day,
        first_sentence,
        front,
        full_stop,
        host,
        lower_first,
        path_of,
        phone_link,
    )
    made.filters |= {one.__name__: one for one in filters}
    made.globals |= {letter_takes.__name__: letter_takes}
    return made


class TemplateRefused(Refused):
    """A template that cannot be filled; the text says where in which one and why."""


def rendered(language: str, name: str, values: Mapping[str, object]) -> str:
    """A template with its gaps filled. Raises TemplateRefused."""
    return _render(lambda: environment(language).get_template(name), name, values)


def rendered_text(language: str, text: str, name: str, values: Mapping[str, object]) -> str:
    """The same for a text that is a template itself; `name` is where it stands. Raises TemplateRefused."""
    return _render(lambda: environment(language).from_string(text), name, values)


def _render(template: Callable[[], jinja2.Template], name: str, values: Mapping[str, object]) -> str:
    try:
        return template().render(values)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateRefused(f"{error.filename or error.name or name}:{error.lineno}: {error.message}") from error
    except jinja2.TemplateError as error:
        raise TemplateRefused(f"{_place(error, name)}: {error}") from error
    except KeyError as missing:  # an id that no fact, offer or word has
        raise TemplateRefused(f"{_place(missing, name)}: there is no {missing}") from missing


def _place(error: Exception, name: str) -> str:
    """The template's own line, of all those through which the error came: `file:line`."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    if not frames:
        return name
    file = name if frames[-1].filename == "<template>" else frames[-1].filename
    return f"{file}:{frames[-1].lineno}"
