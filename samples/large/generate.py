#!/usr/bin/env python3
"""Writes outline.yaml beside this script: the largest outline a course may have (30 modules, 200 lessons), with 30 labs.

Titles are composed from the subjects below by rotation, without chance, so every run writes the same bytes.
With --check nothing is written; the exit code is 1 when the file differs.
"""

import json
import sys
from pathlib import Path

LESSONS = 200
LABS_IN_LESSONS = 20

# Module, then its subjects. The first twenty modules use all seven, the others six.
MODULES = {
    "Computer Architecture": ["instruction pipelines", "cache hierarchies", "branch prediction", "memory ordering", "vector instructions", "interrupts and exceptions", "direct memory access"],
    "Operating Systems": ["processes and threads", "virtual memory", "CPU scheduling", "system calls", "signals", "demand paging", "control groups"],
    "File Systems and Storage": ["inodes and directories", "journaling", "copy-on-write snapshots", "RAID levels", "solid-state wear leveling", "page caches", "durable writes"],
    "Computer Networks": ["Ethernet switching", "IP addressing", "dynamic routing", "TCP congestion control", "network address translation", "DNS resolution", "QUIC connections"],
    "Linux Administration": ["systemd units", "users and permissions", "package repositories", "log rotation", "kernel parameters", "mount namespaces", "boot diagnostics"],
    "Shell and Automation": ["pipelines and redirection", "quoting rules", "exit statuses", "text processing with awk", "parallel execution", "idempotent scripts", "scheduled jobs"],
    "Version Control": ["commit graphs", "branching strategies", "three-way merges", "interactive rebasing", "bisecting regressions", "signed commits", "monorepo tooling"],
    "Programming Language Concepts": ["type systems", "closures", "pattern matching", "memory ownership", "garbage collection", "macro systems", "error values and exceptions"],
    "Data Structures": ["dynamic arrays", "hash tables", "balanced search trees", "heaps", "tries", "disjoint sets", "probabilistic filters"],
    "Algorithms": ["divide and conquer", "dynamic programming", "greedy methods", "shortest paths", "network flow", "string matching", "randomized algorithms"],
    "Software Design": ["cohesion and coupling", "dependency inversion", "immutable values", "domain events", "hexagonal boundaries", "design by contract", "feature toggles"],
    "Software Testing": ["unit tests", "property-based testing", "test doubles", "mutation testing", "contract tests", "fuzzing", "flaky test detection"],
    "Relational Databases": ["normal forms", "join algorithms", "B-tree indexes", "transaction isolation", "query plans", "constraint enforcement", "online schema changes"],
    "Distributed Databases": ["consistent hashing", "leader election", "quorum reads and writes", "conflict-free replicated data types", "distributed transactions", "anti-entropy repair", "secondary indexes across shards"],
    "Messaging and Events": ["durable queues", "publish-subscribe topologies", "consumer acknowledgements", "dead-letter handling", "transactional outboxes", "message ordering", "saga coordination"],
    "Web Front Ends": ["semantic markup", "cascade layers", "the event loop", "component state", "accessible forms", "client-side routing", "rendering performance"],
    "Web Services": ["resource modeling", "content negotiation", "pagination cursors", "idempotency keys", "rate limiting", "remote procedure calls", "API versioning"],
    "Application Security": ["threat modeling", "injection flaws", "cross-site scripting", "session management", "secrets handling", "dependency auditing", "secure deserialization"],
    "Cryptography in Practice": ["symmetric ciphers", "message authentication", "public-key exchange", "digital signatures", "certificate chains", "password hashing", "key rotation"],
    "Identity and Access": ["authentication factors", "OAuth 2.0 grants", "OpenID Connect claims", "role-based access control", "attribute-based policies", "single sign-on", "privileged access"],
    "Containers": ["image layers", "container namespaces", "registry workflows", "multi-stage builds", "rootless runtimes", "image scanning"],
    "Container Orchestration": ["declarative workloads", "service discovery", "rolling updates", "autoscaling policies", "persistent volumes", "admission control"],
    "Infrastructure as Code": ["desired state", "state files and locking", "reusable modules", "drift detection", "policy checks", "ephemeral environments"],
    "Continuous Delivery": ["build caching", "trunk-based development", "artifact provenance", "canary releases", "database migrations in pipelines", "rollback strategies"],
    "Observability": ["structured logs", "metric cardinality", "distributed traces", "service level objectives", "alert routing", "continuous profiling"],
    "Performance Engineering": ["latency percentiles", "load generation", "queueing models", "lock contention", "allocation profiling", "capacity planning"],
    "Reliability Engineering": ["error budgets", "timeouts and retries", "circuit breakers", "load shedding", "disaster recovery", "chaos experiments"],
    "Cloud Architecture": ["availability zones", "object storage tiers", "serverless functions", "virtual private networks", "cost allocation", "multi-region replication"],
    "Machine Learning Systems": ["training and serving skew", "feature stores", "model evaluation", "experiment tracking", "batch and online inference", "drift monitoring"],
    "Engineering Practice": ["code review", "technical writing", "architecture decision records", "incident reviews", "estimation", "open source licensing"],
}

LESSON_FORMS = [
    "{0}", "Working with {0}", "{0} in production", "Diagnosing problems with {0}", "Design trade-offs of {0}", "{0} from first principles", "Evaluating {0}",
]
TOPIC_FORMS = [
    "The idea behind {0}", "A worked example of {0}", "Limits of {0}", "Terms and notation for {0}", "Common mistakes with {0}",
    "Testing {0}", "Alternatives to {0}", "Measuring the effect of {0}", "Security considerations for {0}", "A checklist for {0}",
]
# Of the lesson form at the same index
BLOOM = ["Understand", "Apply", "Analyze", "Analyze", "Evaluate", "Understand", "Evaluate"]
MINUTES = [8, 10, 12, 9, 11]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def sentence(form, subject):
    text = form.format(subject)
    return text[0].upper() + text[1:]


def topics_of(subject, lesson):
    """Two to four topics, which differ from one lesson to the next."""
    count = 2 + lesson % 3
    return [(sentence(TOPIC_FORMS[(lesson * 3 + i) % len(TOPIC_FORMS)], subject), MINUTES[(lesson + i) % len(MINUTES)]) for i in range(count)]


def lab_lines(indent, title, minutes, objectives):
    pad = " " * indent
    return [
        f"{pad}labs:",
        f"{pad}  - title: {quoted(title)}",
        f"{pad}    duration_minutes: {minutes}",
        f"{pad}    bloom_level: Apply",
        f"{pad}    objectives:",
        *(f"{pad}      - {quoted(objective)}" for objective in objectives),
    ]


def lesson_lines(subject, lesson, has_lab):
    topics = topics_of(subject, lesson)
    minutes = sum(length for _, length in topics)
    form = (lesson + lesson // len(LESSON_FORMS)) % len(LESSON_FORMS)
    lines = [
        f"        - title: {quoted(sentence(LESSON_FORMS[form], subject))}",
        f"          duration_minutes: {minutes}",
        f"          bloom_level: {BLOOM[form]}",
        "          topics:",
    ]
    for title, length in topics:
        lines += [f"            - title: {quoted(title)}", f"              duration_minutes: {length}"]
    if has_lab:
        lines += lab_lines(10, f"Hands-on: {subject}", 45, [f"Build a small example of {subject}", f"Verify the example and record what it shows about {subject}"])
    return lines, minutes + (45 if has_lab else 0)


def module_lines(title, subjects, number, first_lesson):
    lines, minutes = [], 0
    for i, subject in enumerate(subjects):
        has_lab = number < LABS_IN_LESSONS and i == number % len(subjects)
        more, length = lesson_lines(subject, first_lesson + i, has_lab)
        lines, minutes = lines + more, minutes + length
    if number >= LABS_IN_LESSONS:
        objectives = [f"Apply {subjects[0]} and {subjects[1]} to one system", f"Compare the result with and without {subjects[2]}"]
        lines += lab_lines(6, f"Workshop: {title.lower()} end to end", 60, objectives)
        minutes += 60
    head = [
        f"    - title: {quoted(title)}",
        f"      summary: {quoted('From ' + subjects[0] + ' to ' + subjects[-1] + '.')}",
        f"      duration_minutes: {minutes}",
        '      bloom_level: "Understand / Evaluate"',
        "      lessons:",
    ]
    return head + lines, minutes


def outline():
    body, total, lesson = [], 0, 0
    for number, (title, subjects) in enumerate(MODULES.items()):
        lines, minutes = module_lines(title, subjects, number, lesson)
        body, total, lesson = body + lines, total + minutes, lesson + len(subjects)
    assert lesson == LESSONS, lesson
    head = [
        "# Written by generate.py; edit that.",
        "course:",
        '  title: "The Software Professional\'s Foundation"',
        '  description: "A wide survey of computing for people who build and run software, as large as an outline may be."',
        "  language: en",
        "  level: intermediate",
        '  audience: ["Software developers", "System administrators", "Technical leads"]',
        '  prerequisites: ["Programming in one language", "A command line"]',
        "  learning_outcomes:",
        '    - "Explain the layers of a software system from hardware to operations"',
        '    - "Apply established techniques at each layer"',
        '    - "Evaluate alternatives by measurement"',
        f"  total_duration_minutes: {total}",
        '  author: "CourseGen samples"',
        '  organization: "CourseGen"',
        "  modules:",
    ]
    return ("\n".join(head + body) + "\n").encode("utf-8")


def main():
    target = Path(__file__).with_name("outline.yaml")
    if "--check" in sys.argv[1:]:
        return 0 if target.read_bytes() == outline() else 1
    target.write_bytes(outline())
    return 0


if __name__ == "__main__":
    sys.exit(main())
