"""No module of the program needs itself: what imports what, late and for types too, is a tree."""

import grimp
import pytest

PACKAGE = "station"


def circles(graph: grimp.ImportGraph) -> list[list[str]]:
    """The sets of modules that all import one another, each sorted (Tarjan's strongly connected
    components of two modules or more)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        open_.append(module)
        for imported in graph.find_modules_directly_imported_by(module):
            if imported not in order:
                visit(imported)
            if imported in open_:
                lowest[module] = min(lowest[module], lowest[imported])
        if lowest[module] == order[module]:
            at = open_.index(module)
            circle = sorted(open_[at:])
            del open_[at:]
            if len(circle) > 1:
                found.append(circle)

    for module in sorted(graph.modules):
        if module not in order:
            visit(module)
    return sorted(found)


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        ([("a", "b"), ("b", "c"), ("a", "c")], []),
        ([("a", "b"), ("b", "a"), ("c", "a")], [["a", "b"]]),
        (
            [("a", "b"), ("b", "c"), ("c", "a"), ("d", "e"), ("e", "d")],
            [["a", "b", "c"], ["d", "e"]],
        ),
    ],
)
def test_a_circle_is_found(imports: list[tuple[str, str]], expected: list[list[str]]) -> None:
    graph = grimp.ImportGraph()
    for importer, imported in imports:
        graph.add_import(importer=importer, imported=imported)
    assert circles(graph) == expected


def test_no_modules_import_one_another() -> None:
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    assert len(graph.modules) > 200
    assert circles(graph) == []
