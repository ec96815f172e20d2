// The list beside the map: pointing at a row marks its pin, and the reverse; a chosen pin brings its row into view.
const PRESSABLE = "a, button, input, select, summary, label";

function mark(rows, name, pins) {
  for (const [pin, row] of rows) row.classList.toggle(name, pins.includes(pin));
}

export function keepInStep(pins, { still, mark: markPins, choose }) {
  const rows = new Map(pins.map((pin) => [pin, document.getElementById(pin.row)]).filter(([, row]) => row));
  for (const [pin, row] of rows) {
    for (const name of ["mouseenter", "focusin"]) row.addEventListener(name, () => markPins([pin]));
    for (const name of ["mouseleave", "focusout"]) row.addEventListener(name, () => markPins([]));
    row.addEventListener("click", ({ target }) => {
      const reading = target.closest(PRESSABLE) || getSelection()?.type === "Range";
      if (!reading) choose(pin);
    });
  }
  return {
    mark: (some) => mark(rows, "is-hover", some),
    choose(some) {
      mark(rows, "is-selected", some);
      rows.get(some[0])?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
    },
  };
}
