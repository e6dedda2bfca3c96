"""Pictures of the site: `python tests/screenshots.py FOLDER [--full]` writes one a page kind, width and palette."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from conftest import ROOT, built_and_served
from playwright.sync_api import Browser, sync_playwright
from site_server import find_browser

VIEWS = {"desktop": (1280, 900), "phone": (390, 844)}


def pages_of(site: Path) -> dict[str, str]:
    """One address for each kind of page; of the articles, the longest."""
    articles = max((site / "articles").glob("*/index.html"), key=lambda path: path.stat().st_size)
    return {
        "home": "",
        "article": f"articles/{articles.parent.name}/",
        "entity": "entities/people/kim-jong-un/",
        "names": "entities/",
        "statements": "statements/",
        "articles": "articles/",
        "handbook": "handbook/",
    }


def take(browser: Browser, url: str, site: Path, folder: Path, *, full: bool) -> None:
    """Take every picture."""
    for view, (width, height) in VIEWS.items():
        for palette in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=palette, device_scale_factor=1
            )
            page = context.new_page()
            for name, address in pages_of(site).items():
                page.goto(f"{url}{address}")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=folder / f"{name}-{view}-{palette}.png", full_page=full)
            context.close()


def main() -> None:
    """Read the arguments."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as site,
        built_and_served(ROOT / "mkdocs.yml", Path(site)) as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        take(browser, url, Path(site), folder, full="--full" in sys.argv)
        browser.close()


if __name__ == "__main__":
    main()
