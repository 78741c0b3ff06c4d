// Reads what /metrics says in the text format of Prometheus, and works out of it what a person wants to know.

/** parse('up{a="b"} 1') gives [{name: "up", labels: {a: "b"}, value: 1}]. */
export function parse(text) {
  const samples = [];
  for (const line of text.split("\n")) {
    const parts = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line);
    if (!parts) continue;
    const labels = {};
    for (const [, name, value] of (parts[2] ?? "").matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)) labels[name] = value.replace(/\\(.)/g, "$1");
    samples.push({name: parts[1], labels, value: parts[3] === "+Inf" ? Infinity : Number(parts[3])});
  }
  return samples;
}

const sum = (samples) => samples.reduce((total, {value}) => total + value, 0);

/** The upper bound of the bucket in which the slowest twentieth begins, in milliseconds; buckets hold counts up to their bound. */
function slowest(buckets) {
  const upTo = new Map();
  for (const {labels, value} of buckets) {
    const bound = labels.le === "+Inf" ? Infinity : Number(labels.le);
    upTo.set(bound, (upTo.get(bound) ?? 0) + value);
  }
  const bounds = [...upTo].sort(([a], [b]) => a - b);
  const all = bounds.at(-1)?.[1] ?? 0;
  return 1000 * (bounds.find(([, count]) => count >= 0.95 * all)?.[0] ?? NaN);
}

/** [{route, count, mean, most, refused, failed}], most asked first; mean and most (95 % are no slower) in milliseconds. */
export function requests(samples) {
  const about = (name) => samples.filter((s) => s.name === `rung_requests_seconds_${name}`);
  const route = ({labels}) => `${labels.method} ${labels.route}`;
  const of = (name, which) => about(name).filter((s) => route(s) === which);
  return [...new Set(about("count").map(route))].map((which) => {
    const counts = of("count", which);
    const count = sum(counts);
    return {
      route: which, count, mean: 1000 * sum(of("sum", which)) / count, most: slowest(of("bucket", which)),
      refused: sum(counts.filter((s) => s.labels.status.startsWith("4"))), failed: sum(counts.filter((s) => s.labels.status.startsWith("5"))),
    };
  }).sort((a, b) => b.count - a.count || (a.route < b.route ? -1 : 1));
}

/** {uptime in seconds, heap and heapMost in bytes, load of the processors 0 to 1, threads}. */
export function process(samples) {
  const of = (name, area) => sum(samples.filter((s) => s.name === name && (!area || s.labels.area === area)));
  return {
    uptime: of("process_uptime_seconds"), heap: of("jvm_memory_used_bytes", "heap"),
    heapMost: of("jvm_memory_max_bytes", "heap"), load: of("process_cpu_usage"), threads: of("jvm_threads_live_threads"),
  };
}
