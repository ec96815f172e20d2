// Leaflet is published as a script that names itself L on the window; the other modules import it from here.
import "./leaflet/leaflet.js";

export default window.L;
