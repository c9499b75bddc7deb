// What the theme's own script adds to a page for the search, the only part of it that this site runs, and what it toggles.
module.exports = {
  safelist: { standard: [/^md-(search|icon|typeset|nav|header|toggle|overlay|tag)/, /^focus-visible$/] },
  dynamicAttributes: ["data-md-scrolllock", "data-md-scrollfix"],
};
