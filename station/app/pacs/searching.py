"""From what is typed to what servers are asked, and from their answers to one list."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from station.app.pacs.state import Answer, Days, Here, Listed, Stage, StudyKey
from station.pacs import FoundStudies, Query, RemoteStudy
from station.pet.study import Study

BETWEEN_WORDS = re.compile(r"[\s,^=]+")


def queries(words: str, days: Days, modality: str, today: date) -> tuple[Query, ...]:
    """What a server is asked for these words: they may be a name or an ID.

    A digit is in no name, and a blank or a comma in no ID; one word of letters may be either, and
    is asked for twice.
    """
    words = words.strip()
    base = Query(since=days.since(today), modality=modality)
    if not words:
        return (base,)
    by_name, by_id = replace(base, name=words), replace(base, patient_id=f"{words.strip('*')}*")
    if any(sign.isdigit() for sign in words):
        return (by_id,)
    return (by_name,) if BETWEEN_WORDS.search(words) else (by_name, by_id)


def joined(found: Iterable[FoundStudies]) -> FoundStudies:
    """Several answers of one server as one: each study once."""
    answers = tuple(found)
    studies = {(one.study_uid, one.patient_id): one for each in answers for one in each.studies}
    more, left_out = any(each.more for each in answers), max(each.left_out for each in answers)
    return FoundStudies(tuple(studies.values()), more, left_out)


def merged(answers: Sequence[Answer]) -> tuple[Listed, ...]:
    """The studies of all servers, newest first; one that several have is listed once.

    Where they say different things of it, the server that lists more images is believed.
    """
    rows: dict[StudyKey, Listed] = {}
    for answer in answers:
        if answer.stage is not Stage.ANSWERED:
            continue
        for study in answer.found.studies:
            here = answer.here.get(study.study_uid, Here.NOT)
            row = Listed(study, (answer.server,), here)
            before = rows.get(row.key)
            rows[row.key] = row if before is None else _both(before, row)
    return tuple(sorted(rows.values(), key=_newest_first))


def _both(first: Listed, other: Listed) -> Listed:
    fuller = other if (other.study.instances or 0) > (first.study.instances or 0) else first
    return Listed(fuller.study, (*first.servers, *other.servers), fuller.here)


def _newest_first(row: Listed) -> tuple[int, str, str]:
    day = row.study.date
    return (-day.toordinal() if day else 1, folded(row.study.patient_name), row.study.study_uid)


def folded(name: str) -> str:
    """A name without case and accents, as it is compared."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def same_name(first: str, other: str) -> bool:
    """Whether two names may be one person's: the same words in any order, without regard to case,
    accents and to middle names that only one of them has."""
    one, two = (_words_of(name) for name in (first, other))
    if not one or not two:
        return False
    common = one & two
    return common == one == two or (len(common) > 1 and common in (one, two))


def _words_of(name: str) -> set[str]:
    # Of the groups of a name (letters, ideograms, phonetic) the first is compared.
    return {word for word in BETWEEN_WORDS.split(folded(name.split("=", maxsplit=1)[0])) if word}


def priors_query(study: Study) -> Query | None:
    """What is asked for earlier PET studies of a patient; None: nobody can say who they are."""
    patient_id = study.patient.id.strip()
    if not patient_id or not study.patient.name.strip() or study.date is None:
        return None
    return Query(patient_id=patient_id, until=study.date, modality="PT")


def is_prior(found: RemoteStudy, study: Study) -> bool:
    """Whether it is an earlier study of the same patient: the same ID and a name that agrees."""
    return (
        found.study_uid != study.uid
        and found.patient_id.strip() == study.patient.id.strip()
        and same_name(found.patient_name, study.patient.name)
        and found.date is not None
        and study.date is not None
        and found.date <= study.date
    )
