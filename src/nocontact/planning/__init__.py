"""From statuses to a plan: needs, permitted tactics, a static preference, nothing superfluous."""

from nocontact.planning.demand import Demand
from nocontact.planning.plan import Gap, Plan, PlannedStep
from nocontact.planning.planner import Planner, planner_of
from nocontact.planning.pruning import pruned

__all__ = ["Demand", "Gap", "Plan", "PlannedStep", "Planner", "planner_of", "pruned"]
