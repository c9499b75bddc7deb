"""MkDocs' events, each a call to what knows how; the only file that imports mkdocs."""

import logging
import sys
from pathlib import Path

# `mkdocs build` does not put the project's root on the path; `python -m mkdocs build` does.
ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from jinja2 import TemplateError  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.nav import Navigation, Section  # noqa: E402
from mkdocs.structure.pages import Page as SitePage  # noqa: E402
from mkdocs.utils.templates import TemplateContext  # noqa: E402

from hooks.engine.bundle import BundleError, Engine, bundle  # noqa: E402
from hooks.facts.catalogue import load, words  # noqa: E402
from hooks.facts.for_engine import facts_bytes  # noqa: E402
from hooks.facts.links import load_links  # noqa: E402
from hooks.facts.words import words_bytes  # noqa: E402
from hooks.facts.written import address_of  # noqa: E402
from hooks.facts.yaml_marks import DataError  # noqa: E402
from hooks.moment import today  # noqa: E402
from hooks.pages.cards import CardError  # noqa: E402
from hooks.pages.extras import Extras, extras  # noqa: E402
from hooks.pages.frame import frame  # noqa: E402
from hooks.pages.generated import Page, filled, pages  # noqa: E402
from hooks.pages.menu import menu  # noqa: E402
from hooks.pages.quiz import context as quiz_context  # noqa: E402
from hooks.pages.sharing import pictures  # noqa: E402
from hooks.pages.structured import article, structured  # noqa: E402
from hooks.pages.templating import place_of  # noqa: E402
from hooks.publish.tidy import tidy  # noqa: E402
from hooks.views.proof_report import UnsoundError  # noqa: E402
from hooks.views.short_links import LinkError  # noqa: E402
from hooks.views.site import Site  # noqa: E402

log = logging.getLogger("mkdocs.hooks.events")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the facts and make from them everything that the later events hand on."""
    try:
        site = Site(load(), words(), load_links(), today(), config.site_url or "")
        engine = bundle({"facts.json": facts_bytes(site.catalogue), "words.json": words_bytes()})
        generated = {page.uri: page for page in pages(site)}
        quiz = quiz_context(site.catalogue, site.facts, site.words, engine.manifest)
        shown = pictures(site)
        addresses = [address_of(uri) for uri in (*generated, *(page.uri for page in site.written))]
        beside = extras(site, shown, config.site_name, addresses)
    except TemplateError as error:
        raise PluginError(place_of(error)) from error
    except (DataError, BundleError, CardError, LinkError) as error:
        raise PluginError(str(error)) from error
    if site.due:
        log.info("%d facts are due for a re-check, first %s", len(site.due), site.due[0].id)
    config.nav = menu(config.nav or [], site)
    config.extra |= {"site": site, "generated": generated, "engine": engine, "quiz": quiz}
    config.extra |= {"pictures": shown, "extras": beside}
    config.extra["frame"] = frame(site.words, site.facts.version)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, the engine, and what stands beside the pages."""
    generated: dict[str, Page] = config.extra["generated"]
    engine: Engine = config.extra["engine"]
    for page in generated.values():
        files.append(File.generated(config, page.uri, content=page.markdown))
    beside: Extras = {**engine.files, **config.extra["extras"]}
    for address, made in beside.items():
        given = {"abs_src_path": str(made)} if isinstance(made, Path) else {"content": made}
        files.append(File.generated(config, address, **given))
    return files


def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Fill the gaps of a hand-written page; remember the newest check behind every page, for the sitemap."""
    uri = page.file.src_uri
    try:
        made = config.extra["generated"].get(uri) or filled(config.extra["site"], uri, markdown)
    except UnsoundError as error:
        raise PluginError(str(error)) from error
    except TemplateError as error:
        raise PluginError(f"{uri}: {place_of(error)}") from error
    page.meta["checked"] = made.checked.isoformat()
    return markdown if uri in config.extra["generated"] else made.markdown


def on_page_context(context: TemplateContext, page: SitePage, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the template what search engines read."""
    site: Site = config.extra["site"]
    above = [entry.children[0] for entry in reversed(list(page.ancestors)) if isinstance(entry, Section)]
    way = [nav.homepage, *(entry for entry in above if isinstance(entry, SitePage)), page]
    steps = {entry.canonical_url: str(entry.title) for entry in way if isinstance(entry, SitePage)}
    found = structured([(title, str(url)) for url, title in steps.items()], config.site_url or "", site.links.company)
    picture = config.extra["pictures"].of(page.file.src_uri)
    if page.file.src_uri.startswith("guides/") and not page.is_index:
        told = str(page.meta["title"]), str(page.meta["description"]), page.canonical_url or ""
        found.append(article(*told, f"{site.url}{picture.address}", str(page.meta["checked"]), found[0]))
    context["structured"] = found  # type: ignore[typeddict-unknown-key]
    context["picture"] = picture  # type: ignore[typeddict-unknown-key]
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Take out what nobody needs."""
    tidy(Path(config.site_dir))
