"""The records of the directory."""

from directory.models.articles import Article, ArticleTreatment
from directory.models.credentials import (
    Accreditor,
    Board,
    Certificate,
    Certification,
    Facility,
    FacilityAttestation,
)
from directory.models.listings import Change, Listing, Revision
from directory.models.practices import Accessibility, Offering, Practice, Volume
from directory.models.procedures import (
    AmbiguousMeaning,
    AmbiguousTerm,
    Category,
    Concern,
    ConcernTreatment,
    Procedure,
    Term,
)
from directory.models.reports import ProblemReport
from directory.models.surgeons import Gender, MemberClass, Standing, Surgeon, today
from directory.models.texts import Text

__all__ = [
    "Accessibility",
    "Accreditor",
    "AmbiguousMeaning",
    "AmbiguousTerm",
    "Article",
    "ArticleTreatment",
    "Board",
    "Category",
    "Certificate",
    "Certification",
    "Change",
    "Concern",
    "ConcernTreatment",
    "Facility",
    "FacilityAttestation",
    "Gender",
    "Listing",
    "MemberClass",
    "Offering",
    "Practice",
    "ProblemReport",
    "Procedure",
    "Revision",
    "Standing",
    "Surgeon",
    "Term",
    "Text",
    "Volume",
    "today",
]
