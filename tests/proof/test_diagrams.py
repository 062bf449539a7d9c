"""Formulas mean what truth tables say, and the traps of the library stay behind their door."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from itertools import product
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.diagnostics import ProofError
from nocontact.proof.budget import doing, within
from nocontact.proof.diagrams import MOST_NODES, Diagrams, Formula
from nocontact.proof.least import least

SIZE = 5
ROWS = [
    frozenset(at for at, true in enumerate(row) if true)
    for row in product((False, True), repeat=SIZE)
]
DIAGRAMS = Diagrams("abcde")
Table = frozenset[frozenset[int]]
TABLES = st.frozensets(st.sampled_from(ROWS))


def formula_of(table: Table) -> Formula:
    """Return the formula that holds in exactly these rows."""
    d = DIAGRAMS
    return d.some(
        d.every(d.var(at) if at in row else ~d.var(at) for at in range(SIZE)) for row in table
    )


def table_of(formula: Formula) -> Table:
    return frozenset(row for row in ROWS if formula.holds(row))


def tangled(diagrams: Diagrams) -> Formula:
    """Return a formula whose diagram needs some 2 ** (half the variables) nodes."""
    half = len(diagrams.names) // 2
    return diagrams.every(diagrams.var(at) ^ diagrams.var(at + half) for at in range(half))


@given(TABLES, TABLES)
def test_operations_are_those_of_sets_of_rows(one: Table, two: Table) -> None:
    first, second = formula_of(one), formula_of(two)
    assert table_of(first & second) == one & two
    assert table_of(first | second) == one | two
    assert table_of(first ^ second) == one ^ two
    assert table_of(~first) == frozenset(ROWS) - one
    assert table_of(first.implies(second)) == (frozenset(ROWS) - one) | two


@given(TABLES, TABLES)
def test_equal_formulas_are_one(one: Table, two: Table) -> None:
    first, second = formula_of(one), formula_of(two)
    assert (first == second) is (one == two)
    assert first != second or hash(first) == hash(second)
    assert (first.is_false, first.is_true) == (not one, len(one) == len(ROWS))
    assert first.count == len(one)


@given(TABLES, st.frozensets(st.integers(0, SIZE - 1)))
def test_exists_forgets_variables(table: Table, variables: frozenset[int]) -> None:
    kept = {row - variables for row in table}
    expected = frozenset(row for row in ROWS if row - variables in kept)
    assert table_of(formula_of(table).exists(variables)) == expected


@given(TABLES)
def test_a_split_is_where_the_top_variable_is_true_and_false(table: Table) -> None:
    halves = formula_of(table).split()
    if halves is None:
        assert len(table) in (0, len(ROWS))
        return
    at, true, false = halves
    assert table_of(true) == frozenset(r for r in ROWS if (r | {at}) in table)
    assert table_of(false) == frozenset(r for r in ROWS if (r - {at}) in table)


@given(TABLES, st.tuples(*[st.integers(0, 9)] * SIZE))
def test_the_least_row_weighs_least(table: Table, weights: tuple[int, ...]) -> None:
    def weight(row: frozenset[int]) -> int:
        return sum(weights[at] for at in row)

    formula = formula_of(table)
    found = least(formula, weights)
    assert (found is None) is (not table)
    assert found is None or (found in table and weight(found) == min(map(weight, table)))
    assert found == least(formula, weights)


def test_nothing_joined_is_true_and_nothing_offered_is_false() -> None:
    assert DIAGRAMS.every([]).is_true and DIAGRAMS.some([]).is_false


def test_a_formula_is_no_truth_value() -> None:
    """In the library, `bool` of anything is true."""
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(DIAGRAMS.false)


def test_a_formula_has_no_order() -> None:
    """In the library, `<=` is some order, and not implication."""
    with pytest.raises(TypeError):
        sorted([DIAGRAMS.true, DIAGRAMS.false])  # type: ignore[type-var]


@pytest.mark.parametrize("name", ["__and__", "__or__", "__xor__", "__eq__", "implies"])
def test_formulas_of_two_owners_are_refused(name: str) -> None:
    """In the library, this ends the process."""
    with pytest.raises(ValueError, match="different diagrams"):
        getattr(DIAGRAMS.var(0), name)(Diagrams("ab").var(0))


def test_counts_are_exact_beyond_any_float() -> None:
    diagrams = Diagrams(map(str, range(200)))
    assert (diagrams.var(0) | diagrams.var(199)).count == 3 * 2**198
    assert (~diagrams.every(map(diagrams.var, range(200)))).count == 2**200 - 1


def test_too_many_nodes_are_an_error_and_new_diagrams_work() -> None:
    diagrams = Diagrams(map(str, range(40)), nodes=2_000)
    doing("compiling the decision `wall`")
    with pytest.raises(ProofError) as caught:
        tangled(diagrams)
    (problem,) = caught.value.diagnostics
    assert problem.code == "NC702"
    assert problem.message == (
        "not proved (budget): more than 2,000 nodes while compiling the decision `wall`"
    )
    assert diagrams.spent
    assert not Diagrams("ab", nodes=100).spent
    assert tangled(Diagrams(map(str, range(20)), nodes=20_000)).count == 2**10


def test_dead_nodes_do_not_count_against_the_budget() -> None:
    """What is no longer held is swept, as often as needed."""
    diagrams = Diagrams(map(str, range(20)), nodes=8_000)
    for _ in range(20):
        assert not tangled(diagrams).is_false
    assert not diagrams.spent and diagrams.nodes < 100


@pytest.mark.parametrize("nodes", [-1, 0, MOST_NODES + 1, 2**32, 10**30])
def test_a_budget_that_no_memory_can_hold_is_an_error(nodes: int) -> None:
    """In the library, some of these end the process."""
    with pytest.raises(ProofError, match=r"NC702: .* there is no room for"):
        Diagrams("ab", nodes=nodes)


@pytest.mark.parametrize("nodes", [1, 5])
def test_a_budget_too_small_for_the_variables_is_an_error(nodes: int) -> None:
    with pytest.raises(ProofError, match=r"NC702: .* while setting up"):
        Diagrams(map(str, range(20)), nodes=nodes)


def test_time_is_looked_at_between_operations() -> None:
    diagrams = Diagrams("ab")
    doing("proving `mine`")
    with (
        pytest.raises(ProofError, match=r"NC703: .* more than 0.5 seconds while proving `mine`"),
        within(0.5),
    ):
        while True:
            diagrams.var(0) & diagrams.var(1)
    assert (diagrams.var(0) & diagrams.var(1)).count == 1
    assert not diagrams.spent


def test_an_inner_time_ends_with_its_block() -> None:
    diagrams = Diagrams("ab")
    with within(3600):
        with pytest.raises(ProofError), within(0):
            least(diagrams.var(0), (1, 1))
        assert least(diagrams.var(0), (1, 1)) == frozenset({0})


def test_a_walk_through_a_diagram_watches_the_time_too() -> None:
    formula = tangled(Diagrams(map(str, range(30))))
    with pytest.raises(ProofError, match=r"NC703"), within(0):
        least(formula, (1,) * 30)


def test_the_time_of_one_call_ends_with_it_whatever_another_one_does() -> None:
    """Two calls overlap: the first begins, the second begins, the first ends, the second ends."""
    diagrams, begun, ended, failed = Diagrams("ab"), Event(), Event(), []

    def second() -> None:
        with pytest.raises(ProofError), within(0):
            doing("proving the second")
            begun.set()
            ended.wait()
            diagrams.var(0) & diagrams.var(1)
        failed.append(doing())
        assert (diagrams.var(0) & diagrams.var(1)).count == 1

    other = Thread(target=second)
    with within(3600):
        doing("proving the first")
        other.start()
        begun.wait()
        assert (diagrams.var(0) & diagrams.var(1)).count == 1
        assert doing() == "proving the first"
    ended.set()
    other.join()
    assert failed == ["setting up"]
    assert (diagrams.var(0) | diagrams.var(1)).count == 3


def test_an_inner_time_is_never_longer_than_the_outer_one() -> None:
    diagrams = Diagrams("ab")
    with pytest.raises(ProofError, match="more than 0 seconds"), within(0):  # noqa: SIM117
        with within(3600):
            diagrams.var(0) & diagrams.var(1)


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "oxidd.bcdd", None)
    with pytest.raises(ProofError, match=r"NC701") as caught:
        Diagrams("ab")
    assert "oxidd" in caught.value.diagnostics[0].help


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_builds_its_own() -> None:
    """The parent's diagrams have no threads in the child; new ones work there."""
    assert _in_a_child(_own_count) == _own_count()


def _own_count() -> int:
    from nocontact import Rulebook
    from nocontact.proof import all_scenarios

    return all_scenarios(Rulebook.load()).space.size


def _in_a_child(task: Callable[[], int]) -> int:
    task()  # so that the parent has one, and the child must not use it
    with multiprocessing.get_context("fork").Pool(1) as pool:
        found: Iterable[int] = pool.map_async(_called, [task]).get(timeout=60)
    return next(iter(found))


def _called(task: Callable[[], int]) -> int:
    return task()
