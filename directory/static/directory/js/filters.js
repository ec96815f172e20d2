// A filter applies as soon as it is chosen where the list is beside it; in the sheet of a phone the button does it.
const BESIDE = matchMedia("(width >= 72rem)");
const PLACE = "filters:scroll";

for (const form of document.querySelectorAll("[data-filters]")) {
  // empty fields would only make the address longer
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  form.addEventListener("change", ({ target }) => {
    if (!BESIDE.matches || target.type === "text") return;
    try {
      sessionStorage.setItem(PLACE, JSON.stringify([scrollY, target.name, target.value]));
    } catch {
      // without storage the page begins at its head
    }
    form.requestSubmit();
  });
}
try {
  const [top, name, value] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  sessionStorage.removeItem(PLACE);
  if (name) {
    scrollTo(0, top);
    const fields = [...document.querySelectorAll(`[data-filters] [name="${CSS.escape(name)}"]`)];
    (fields.find((field) => field.value === value) ?? fields[0])?.focus({ preventScroll: true });
  }
} catch {
  // nothing was kept
}
