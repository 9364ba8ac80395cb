"""A model on a server that speaks OpenAI's protocol, such as vLLM, llama.cpp or LM Studio.

Run it with `python examples/openai_compatible_server.py http://localhost:8000/v1 NAME`, NAME being
what the server calls its model. A key, if the server wants one, goes into EVENTSCHEMA_API_KEY.
"""

from __future__ import annotations

import sys
from datetime import date

from eventschema import Article, Extractor, Plan

ARTICLE = Article(
    id="ferry-talks",
    text="Transport ministers of Malta and Tunisia met in Valletta on Friday to discuss a ferry.",
    published=date(2024, 9, 22),
)


def main() -> None:
    """Print the events of one article, asked type by type, as smaller models prefer."""
    base_url, model = sys.argv[1:]
    with Extractor(model, base_url=base_url, plan=Plan(passes="per_type")) as extractor:
        outcome = extractor.extract(ARTICLE)
    print(outcome.status, outcome.usage.prompt_tokens, "prompt tokens")
    for event in outcome.events:
        print(event.model_dump_json(indent=2, exclude={"evidence", "article", "extraction"}))


if __name__ == "__main__":
    main()
