-- What is sent next is found without a look at all that waits, however much that is.
CREATE INDEX operation_next ON operation (turn) WHERE state IN ('queued', 'in_doubt');
CREATE INDEX operation_expiring ON operation (expires_at)
  WHERE state IN ('queued', 'held') AND expires_at IS NOT NULL;
