// The question's two fields complete what is typed; the position is asked of the browser only when pressed.
import { combo } from "./combo.js";

const hundredths = (degrees) => (Math.round(degrees * 100) / 100).toFixed(2); // about a kilometre; no finer leaves here

function position(form) {
  const button = form.querySelector("[data-position]");
  if (!button || !("geolocation" in navigator)) return;
  const said = form.querySelector("[data-position-said]");
  button.hidden = false;
  button.addEventListener("click", () => {
    said.textContent = button.dataset.busy;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const near = form.elements.namedItem("near") ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "near" }));
        near.value = `${hundredths(coords.latitude)},${hundredths(coords.longitude)}`;
        form.elements.namedItem("place").value = "";
        form.requestSubmit();
      },
      () => (said.textContent = button.dataset.failed),
      { maximumAge: 600_000, timeout: 10_000 },
    );
  });
}

for (const form of document.querySelectorAll("[data-ask]")) {
  for (const box of form.querySelectorAll("[data-combo]")) combo(box);
  position(form);
  // a place that is typed takes the place of a position that was given before
  form.elements.namedItem("place").addEventListener("input", () => form.querySelector("input[name=near]")?.remove());
}
