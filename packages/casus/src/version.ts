/** Version of the product, as in every package's package.json. */
export const version = "0.1.0";
