package io.klamm.rules.pack;

/** What the pack does on a few series, in the form of Prometheus's unit tests of rules. */
final class PackScenarios {

    static final String TEXT = """
            rule_files: [brokers.yml, consumers.yml, klamm.yml, outliers.yml, replication.yml]
            evaluation_interval: 1m
            tests:
              - interval: 1m
                input_series:
                  - {series: 'kafka_consumergroup_lag{cluster="c",consumergroup="slow",topic="t",partition="0"}', values: '6000x20'}
                  - {series: 'kafka_consumergroup_lag{cluster="c",consumergroup="slow",topic="t",partition="1"}', values: '4000x20'}
                  - {series: 'kafka_consumergroup_lag{cluster="c",consumergroup="quiet",topic="t",partition="0"}', values: '90000x20'}
                  - {series: 'klamm_consumergroup_muted{cluster="c",consumergroup="quiet"}', values: '1x20'}
                  - {series: 'kafka_consumergroup_lag{cluster="c",consumergroup="fine",topic="t",partition="0"}', values: '9999x20'}
                  - {series: 'klamm_consumergroup_severity{cluster="c",consumergroup="slow"}', values: '0 7x20'}
                  - {series: 'klamm_consumergroup_seconds_until_loss{cluster="c",consumergroup="slow",topic="t",partition="0"}', values: '3601 3000x20'}
                  - {series: 'klamm_consumergroup_seconds_until_loss{cluster="c",consumergroup="fine",topic="t",partition="0"}', values: '7200x20'}
                  - {series: 'kafka_brokers{cluster="c"}', values: '3 3 3 2x20'}
                  - {series: 'kafka_topic_partition_replicas{cluster="c",topic="t",partition="0"}', values: '3x20'}
                  - {series: 'kafka_topic_partition_replicas{cluster="c",topic="t",partition="1"}', values: '3x20'}
                  - {series: 'kafka_topic_partition_leader{cluster="c",topic="t",partition="0"}', values: '1x20'}
                  - {series: 'klamm_outlier_score{cluster="c",subject="broker_bytes",peer="2"}', values: '-9x20'}
                  - {series: 'klamm_cluster_up{cluster="c"}', values: '1 1 1 0x20'}
                  - {series: 'up{job="klamm",cluster="c"}', values: '0x20'}
                promql_expr_test:
                  - expr: 'sum by (alertname, consumergroup) (ALERTS{alertstate="firing"})'
                    eval_time: 15m
                    exp_samples:
                      - {labels: '{alertname="ConsumerLagHigh",consumergroup="slow"}', value: 1}
                      - {labels: '{alertname="ConsumerGroupStop",consumergroup="slow"}', value: 1}
                      - {labels: '{alertname="ConsumerLossSoon",consumergroup="slow"}', value: 1}
                      - {labels: '{alertname="BrokerDown"}', value: 1}
                      - {labels: '{alertname="PartitionsOffline"}', value: 1}
                      - {labels: '{alertname="OutlierAmongPeers"}', value: 1}
                      - {labels: '{alertname="DataMissing"}', value: 1}
            """;

    private PackScenarios() {}
}
