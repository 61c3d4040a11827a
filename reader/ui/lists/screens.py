"""Which list each command opens. Imported with the first list opened, so that the text need not wait for it."""

from reader.ui.lists.agreement import AgreementScreen
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.base import ListScreen
from reader.ui.lists.charts import ChartsScreen
from reader.ui.lists.codebook import CodebookScreen
from reader.ui.lists.compare import CompareScreen
from reader.ui.lists.conflicts import ConflictsScreen
from reader.ui.lists.history import HistoryScreen
from reader.ui.lists.library import LibraryScreen
from reader.ui.lists.persons import PersonsScreen
from reader.ui.lists.statements import StatementsScreen

LIST_SCREENS: dict[str, type[ListScreen]] = {
    "list.agreement": AgreementScreen,
    "list.annotations": AnnotationList,
    "list.charts": ChartsScreen,
    "list.codebook": CodebookScreen,
    "list.compare": CompareScreen,
    "list.conflicts": ConflictsScreen,
    "list.history": HistoryScreen,
    "list.library": LibraryScreen,
    "list.persons": PersonsScreen,
    "list.statements": StatementsScreen,
}
