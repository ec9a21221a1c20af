(function () {
  "use strict";
  var slides = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  function current() {
    var focused = slides.indexOf(document.activeElement && document.activeElement.closest(".slide"));
    if (focused >= 0) return focused;
    return Math.max(0, slides.findIndex(function (slide) { return slide.getBoundingClientRect().bottom > 80; }));
  }
  function show(index) {
    var slide = slides[Math.min(slides.length - 1, Math.max(0, index))];
    slide.focus({ preventScroll: true });
    slide.scrollIntoView({ block: "start" });
  }
  document.addEventListener("keydown", function (event) {
    var own = event.target.closest("summary, pre");
    if (event.altKey || event.ctrlKey || event.metaKey || (own && (own.tagName === "PRE" || event.key === " "))) return;
    if (event.key === "Home") show(0);
    else if (event.key === " " && event.shiftKey) show(current() - 1);
    else if (event.key === "End") show(slides.length - 1);
    else if (event.key === "n") slides[current()].querySelectorAll("details").forEach(function (notes) { notes.open = !notes.open; });
    else if (steps[event.key]) show(current() + steps[event.key]);
    else return;
    event.preventDefault();
  });
}());
