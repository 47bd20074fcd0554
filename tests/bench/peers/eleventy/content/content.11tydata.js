export default {
  layout: "page.njk",
  eleventyComputed: {
    permalink: (data) => {
      const p = data.page.inputPath.replace(/^\.\/content\//, "/");
      return p.endsWith("/_index.md") ? false : p.replace(/\.md$/, "/") + "index.html";
    },
  },
};
