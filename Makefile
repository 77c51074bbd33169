# The tasks of this house. `make help` names them.
M ?=
B ?=
PORT ?= 8080
ROUNDS ?= 200

.PHONY: help dev demo test torture check bench golden ui-dev format dist

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: ## a practice cluster, a slow consumer and the server that watches them (PORT=8080)
	./klamm demo --port $(PORT)

dev: ## the same, with the page served by Vite and reloaded as you type
	./dev.sh $(PORT)

ui-dev: ## only the page, by Vite, in front of a server that runs already (KLAMM_URL)
	cd web/ui && npm install && npm run dev

test: ## tests of one room and of what it uses: make test M=kafka
	@test -n "$(M)" || { echo "make test: which room? (expected: make test M=kafka)"; exit 2; }
	mvn -B -ntp -q verify -pl $(M) -am -Dskip.ui -Dskip.tar

torture: ## the store and the notifier, for long: kill -9, failing disks, flipped bits (ROUNDS=200)
	mvn -B -ntp -q verify -pl tsdb,notifier -am -Dskip.ui -Dskip.tar -Dtest='TsdbPropertyTest,TsdbFaultsTest,TsdbDamageTest,DeskPropertyTest' -Dit.test=TortureIT \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	  -Dklamm.torture.kills=$(ROUNDS) -Dklamm.property.rounds=$(ROUNDS) -Dklamm.torture.rounds=$(ROUNDS) -Dklamm.torture.flips=2000

check: ## all that CI runs
	./.ci/run

bench: ## measure, with the peer in the same run: make bench B=Collection
	./benchmarks/run.sh $(B)

golden: ## write the golden files again, then look at the diff
	mvn -B -ntp -q verify -pl web -am -Dskip.ui -Dgolden.update=true

format: ## format all Java and TypeScript
	mvn -B -ntp -q spotless:apply
	cd web/ui && npm run format

dist: ## the distribution: cmd/target/klamm-VERSION.tar.gz
	mvn -B -ntp -q -Dmaven.test.skip=true package -pl cmd -am
	@ls -l cmd/target/klamm-*.tar.gz
