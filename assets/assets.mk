# assets.mk — what browsers fetch, gathered in build/assets, which nginx shows at /assets/. Included by the Makefile.

ASSET_CSS := $(B)/assets/css/tilskudd.css
ASSET_COPIES := $(patsubst assets/%,$(B)/assets/%,$(wildcard assets/js/*.js assets/img/*.svg assets/img/*.png))
ASSET_VERSION := $(B)/assets/version
ASSETS := $(ASSET_CSS) $(ASSET_COPIES) $(ASSET_VERSION)

.PHONY: assets
assets: $(ASSETS)

$(ASSET_CSS): $(wildcard assets/css/*) $(wildcard assets/node_modules/.package-lock.json)
	@mkdir -p $(@D); echo "  css   $@"; cd assets && css/join.sh > $(abspath $@).$$$$ || { rm -f $(abspath $@).$$$$; exit 1; }; \
	mv $(abspath $@).$$$$ $(abspath $@)

$(ASSET_COPIES): $(B)/assets/%: assets/%
	@mkdir -p $(@D); cp $< $@

# Stands in every address of an asset, so that browsers keep a file for ever and still fetch it when it changes.
$(ASSET_VERSION): $(ASSET_CSS) $(ASSET_COPIES)
	@cat $^ | sha256sum | cut -c1-10 > $@
