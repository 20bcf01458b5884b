import "./tests/runtimes/browser/suite.mjs";
