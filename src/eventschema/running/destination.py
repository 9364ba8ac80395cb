"""Where a run writes: into streams, or into files that it can be resumed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eventschema.article import Article, Unreadable
from eventschema.errors import ConfigurationError, SinkError
from eventschema.extractor import Extractor
from eventschema.running.progress import RunProgress
from eventschema.sinks import Sink
from eventschema.sinks.files import REJECTS, SIDES, RunFiles, beside
from eventschema.sinks.recovery import file_sink, surveyed
from eventschema.sinks.streams import stream_sink


@dataclass(frozen=True, slots=True)
class Destination:
    """Where records and rejected ones go, and whether the run that lies there is to be resumed.

    Null is standard output for records; rejected ones go beside the records, and nowhere beside a
    pipe.
    """

    output: Path | None
    rejects: Path | None
    resume: bool = False

    def __post_init__(self) -> None:
        """Refuse what would destroy itself.

        Raises:
            ConfigurationError: a file is there for something else, or there is none to resume from.
            SinkError: a folder does not exist.

        """
        if self.resume and self.files is None:
            raise ConfigurationError(
                "--resume goes on with the file that a run was writing: name it with --output"
            )
        for path in self.written:
            if not path.parent.is_dir():
                raise SinkError(f"{path} cannot be written: there is no folder {path.parent}")
        self._ensure_own_names()

    def _ensure_own_names(self) -> None:
        """Refuse what another run, or this one, keeps other things in."""
        paths = [path.resolve() for path in self.written]
        twice = [path for path in self.written if paths.count(path.resolve()) > 1]
        if twice:
            raise ConfigurationError(
                f"{twice[-1]} cannot take the rejected records too: this run writes it already; "
                "give --rejects another file"
            )
        taken = [
            path
            for path, sides in ((self.output, SIDES), (self.rejects, SIDES - {REJECTS}))
            if path and path.resolve().name.endswith(tuple(f".{side}" for side in sides))
        ]
        if taken:
            raise ConfigurationError(
                f"{taken[0]} has the name of a file that a run keeps beside its records; "
                "give it another one"
            )

    @property
    def files(self) -> RunFiles | None:
        """The files of the run; null where its output is a pipe or a device."""
        if self.output is None or (self.output.exists() and not self.output.is_file()):
            return None
        # Whoever writes through a link writes the same file, and not at the same time.
        records = self.output.resolve()
        rejects = self.rejects.resolve() if self.rejects else beside(records, REJECTS)
        return RunFiles(records, rejects)

    @property
    def written(self) -> list[Path]:
        """All that is written."""
        given = [path for path in (self.output, self.rejects) if path is not None]
        return self.files.every if self.files else given

    def still_open(
        self, articles: Iterable[Article | Unreadable]
    ) -> Iterator[Article | Unreadable]:
        """Those of the articles that the run which lies there has not done; all, if not resumed."""
        known = surveyed(self.files) if self.files and self.resume else {}
        for article in articles:
            earlier = known.get(article.id)
            if earlier is None or not earlier.settles(article.fingerprint):
                yield article

    @contextmanager
    def opened(self, extractor: Extractor, progress: RunProgress) -> Iterator[Sink]:
        """The sink of a run.

        Raises:
            ConfigurationError: the run to be resumed was asked something else.
            SinkError: it cannot be written.

        """
        if self.files is None:
            with stream_sink(self.output, self.rejects) as streams:
                yield streams
            return
        with file_sink(self.files, extractor.asked, resume=self.resume) as files:
            if self.resume:
                progress.resumed(files.outcomes)
            yield files
