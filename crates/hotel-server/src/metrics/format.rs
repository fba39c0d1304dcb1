//! The older text format of Prometheus, made of `OpenMetrics`: the one that every reader knows.

use std::collections::HashSet;

/// Words `OpenMetrics` in the older format: counters are described under the name of their samples, and
/// units and the end are not told.
pub(super) fn classic(open_metrics: &str) -> String {
    let counters: HashSet<&str> = open_metrics
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE ")?.strip_suffix(" counter"))
        .collect();
    let mut text = String::with_capacity(open_metrics.len());
    for line in open_metrics.lines() {
        let described = ["# HELP ", "# TYPE "]
            .into_iter()
            .find_map(|start| Some((start, line.strip_prefix(start)?.split_once(' ')?)));
        match described {
            Some((start, (name, rest))) if counters.contains(name) => {
                text.extend([start, name, "_total ", rest, "\n"]);
            }
            None if line.starts_with('#') => {}
            Some(_) | None => text.extend([line, "\n"]),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_described_by_the_name_of_their_samples() {
        let open = "# HELP a_count Things.\n# TYPE a_count counter\na_count_total 1\n\
                    # HELP b_seconds Time.\n# TYPE b_seconds gauge\n# UNIT b_seconds seconds\n\
                    b_seconds{x=\"# TYPE a counter\"} 0.5\n# EOF\n";
        assert_eq!(
            classic(open),
            "# HELP a_count_total Things.\n# TYPE a_count_total counter\na_count_total 1\n\
             # HELP b_seconds Time.\n# TYPE b_seconds gauge\n\
             b_seconds{x=\"# TYPE a counter\"} 0.5\n"
        );
    }
}
