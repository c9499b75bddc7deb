// The page's side of PyScript: main.py calls in once its interpreter is up.
import { ready } from "./page.js";

window.pythonIsReady = (decide) => ready((answers) => JSON.parse(decide(JSON.stringify(answers))));
