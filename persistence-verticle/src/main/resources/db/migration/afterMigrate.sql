-- Runs at every start, after the migrations.

-- Every table has to be there: the history of migrations alone does not tell that one was dropped.
SELECT FROM notjarvis.thread, notjarvis.run, notjarvis.checkpoint, notjarvis.planner_heartbeat,
            notjarvis.request, notjarvis.approval, notjarvis.snapshot, notjarvis.blob
WHERE false;

-- Planners that are gone leave their counters behind, one at each start. A counter that no run is
-- owned under is no loss: whoever still beats begins a new one within a second, and a watcher
-- calls an owner gone only after seeing the same number for three.
DELETE FROM notjarvis.planner_heartbeat h
WHERE NOT EXISTS (
  SELECT FROM notjarvis.run r WHERE r.status = 'running' AND r.lease_owner = h.planner_id);
