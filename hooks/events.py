"""MkDocs' events, each a call to what knows how; the only file that imports mkdocs."""

import logging
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path

# `mkdocs build` does not put the project's root on the path; `python -m mkdocs build` does.
ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from jinja2 import Environment  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.nav import Navigation, Section  # noqa: E402
from mkdocs.structure.pages import Page as SitePage  # noqa: E402
from mkdocs.utils.templates import TemplateContext  # noqa: E402

from hooks.pages.generated import filled  # noqa: E402
from hooks.pages.menu import menu  # noqa: E402
from hooks.pages.search import add_words, apart  # noqa: E402
from hooks.pages.structured import Step, of_page, way_to  # noqa: E402
from hooks.pages.templating import phone_link  # noqa: E402
from hooks.publish.one_sheet import one_sheet  # noqa: E402
from hooks.publish.purge import purge  # noqa: E402
from hooks.publish.tidy import tidy, unindented  # noqa: E402
from hooks.refused import Refused  # noqa: E402
from hooks.whole import Whole, whole  # noqa: E402

log = logging.getLogger("mkdocs.hooks.events")


def in_sentences[**Given, Made](event: Callable[Given, Made]) -> Callable[Given, Made]:
    """What the build refuses ends it with the sentences that say why, not with a traceback."""

    @wraps(event)
    def told(*given: Given.args, **named: Given.kwargs) -> Made:
        try:
            return event(*given, **named)
        except Refused as refused:
            raise PluginError(str(refused)) from refused

    return told


@in_sentences
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the facts and make from them everything that the later events hand on."""
    made = whole(config.site_url or "", config.site_name)
    if made.site.due:
        log.info("%d facts are due for a re-check, first %s", len(made.site.due), made.site.due[0].id)
    config.nav = menu(config.nav or [], made.site)
    config.extra |= {"whole": made, "site": made.site, "quiz": made.quiz, "frame": made.frame, "phone_link": phone_link}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, the engine, and what stands beside the pages."""
    made: Whole = config.extra["whole"]
    for page in made.generated.values():
        files.append(File.generated(config, page.uri, content=page.markdown))
    for address, content in {**made.engine.files, **made.beside}.items():
        given = {"abs_src_path": str(content)} if isinstance(content, Path) else {"content": content}
        files.append(File.generated(config, address, **given))
    return files


@in_sentences
def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Fill the gaps of a hand-written page; remember the newest check behind every page, for the sitemap."""
    made: Whole = config.extra["whole"]
    uri = page.file.src_uri
    text = made.generated.get(uri) or filled(made.site, uri, markdown)
    page.meta["checked"] = text.checked.isoformat()
    return markdown if uri in made.generated else text.markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """JSON in a page goes without the spaces that nobody reads."""
    env.policies["json.dumps_kwargs"] |= {"separators": (",", ":")}
    return env


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """What the search would read as one word becomes two."""
    return apart(html)


def on_page_context(context: TemplateContext, page: SitePage, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the template what search engines read."""
    made: Whole = config.extra["whole"]
    picture = made.pictures.of(page.file.src_uri)
    first = (section.children[0] for section in reversed(list(page.ancestors)) if isinstance(section, Section))
    above = [_step(entry) for entry in first if isinstance(entry, SitePage)]
    listed = {entry.file.src_uri: _step(entry) for entry in nav.pages}
    way = way_to(_step(page), _step(nav.homepage or page), above, listed)
    image, company = f"{made.site.url}{picture.address}", made.site.links.company
    context["structured"] = of_page(way, page.meta, image, config.site_url or "", company)  # type: ignore[typeddict-unknown-key]
    context["picture"] = picture  # type: ignore[typeddict-unknown-key]
    return context


def on_post_page(output: str, page: SitePage, config: MkDocsConfig) -> str:
    """The indentation of templates stays here."""
    return unindented(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages without Markdown, so that a script in both is one to the policy."""
    return unindented(output_content) if template_name.endswith(".html") else output_content


def _step(page: SitePage) -> Step:
    return Step(page.file.src_uri, str(page.title), page.canonical_url or "")


@in_sentences
def on_post_build(config: MkDocsConfig) -> None:
    """Add to the search what visitors type, and take out what nobody needs."""
    made: Whole = config.extra["whole"]
    add_words(Path(config.site_dir), made.site)
    tidy(Path(config.site_dir))
    purge(Path(config.site_dir))
    one_sheet(Path(config.site_dir))
