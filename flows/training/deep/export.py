"""The trained encoder as an ONNX graph in 8-bit integers, built node by node.

Weights are whole numbers of seven bits, one scale for each output unit, so that products cannot overflow where a processor adds pairs
in 16 bits (AVX2 without VNNI); inputs are eight bits with one scale for each token, so that what a sentence says depends on no other in
its batch. Sums of such products are exact, hence the same on every machine; what is left are rounding errors of norms and softmax.

Inputs: ids, positions (sentences x tokens), mask (sentences x 1 x tokens x seen: 0 or -1e9) and past, the keys and values of tokens read
before (layers x 2 x sentences x heads x before x size). Outputs: state (sentences x tokens x units), present (as past, of these tokens)."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from flows.training.deep.network import ATTENTION_HEADS, EPSILON, LAYERS, UNITS
from transforms.judges.deep.layout import FIRST_MARKER

type Array = npt.NDArray[np.float32]

_SIZE = UNITS // ATTENTION_HEADS
_LARGEST_WEIGHT = 63
_LARGEST_INPUT = 127
_OPSET = 20


def write_encoder(tree: dict[str, Array], words: Array, path: Path) -> None:
    """Write the graph of a fitted encoder; the markers are put in place of the word pieces they stand for in `words`."""
    words = words.copy()
    words[FIRST_MARKER : FIRST_MARKER + len(tree["markers"])] = tree["markers"]
    graph = _Graph()
    state = graph.embed(words, tree)
    presents = []
    for layer in range(LAYERS):
        state, present = graph.layer(state, layer, tree)
        presents.append(present)
    graph.add("Identity", [state], output="state")
    graph.add("Concat", presents, output="present", axis=0)
    onnx.save(graph.model(), path)


class _Graph:
    """Nodes and constants, named as they come."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.count = 0

    def add(self, kind: str, inputs: list[str], output: str = "", **attributes: object) -> str:
        """One node with one output, whose name is returned."""
        self.count += 1
        name = output or f"t{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        """A named tensor; its name."""
        self.constants.setdefault(name, numpy_helper.from_array(value, name))
        return name

    def numbers(self, *values: int) -> str:
        """A list of whole numbers."""
        return self.constant("n_" + "_".join(map(str, values)), np.array(values, np.int64))

    def number(self, value: float, name: str) -> str:
        """One number."""
        return self.constant(name, np.array(value, np.float32))

    def embed(self, words: Array, tree: dict[str, Array]) -> str:
        """Word pieces in eight bits with a scale each, and positions."""
        scales = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-6) / _LARGEST_INPUT
        pieces = self.constant("words", np.round(words / scales).astype(np.int8))
        whole = self.add("Cast", [self.add("Gather", [pieces, "ids"])], to=TensorProto.FLOAT)
        scaled = self.add("Mul", [whole, self.add("Gather", [self.constant("word_scales", scales.astype(np.float32)), "ids"])])
        placed = self.add("Add", [scaled, self.add("Gather", [self.constant("positions_table", tree["positions"]), "positions"])])
        return self.norm(placed, "embedding_norm", tree["embedding_norm_weight"], tree["embedding_norm_bias"])

    def layer(self, state: str, layer: int, tree: dict[str, Array]) -> tuple[str, str]:
        """(state after the layer, keys and values of its tokens: 1 x 2 x sentences x heads x tokens x size)."""
        own = {name: tree[name][layer] for name in tree if tree[name].shape[:1] == (LAYERS,) and not name.startswith(("head", "marker"))}
        mixed = self.dense(state, f"{layer}_qkv", own["qkv_weight"], own["qkv_bias"])
        split = self.add("Reshape", [mixed, self.numbers(0, 0, 3, ATTENTION_HEADS, _SIZE)])
        turned = self.add("Transpose", [split], perm=[2, 0, 3, 1, 4])
        query = self.add("Gather", [turned, self.constant("first", np.array(0, np.int64))], axis=0)
        fresh = self.add("Slice", [turned, self.numbers(1), self.numbers(3), self.numbers(0)])
        before = self.add("Gather", ["past", self.constant(f"layer{layer}", np.array(layer, np.int64))], axis=0)
        seen = self.add("Concat", [before, fresh], axis=3)
        key = self.add("Gather", [seen, "first"], axis=0)
        value = self.add("Gather", [seen, self.constant("second", np.array(1, np.int64))], axis=0)
        scaled = self.add("Mul", [query, self.number(1 / np.sqrt(_SIZE), "attention_scale")])
        scores = self.add("MatMul", [scaled, self.add("Transpose", [key], perm=[0, 1, 3, 2])])
        weights = self.add("Softmax", [self.add("Add", [scores, "mask"])], axis=-1)
        read = self.add("Transpose", [self.add("MatMul", [weights, value])], perm=[0, 2, 1, 3])
        joined = self.add("Reshape", [read, self.numbers(0, 0, UNITS)])
        attended = self.dense(joined, f"{layer}_out", own["out_weight"], own["out_bias"])
        state = self.norm(self.add("Add", [state, attended]), f"{layer}_attended", own["attended_weight"], own["attended_bias"])
        wide = self.add("Gelu", [self.dense(state, f"{layer}_up", own["up_weight"], own["up_bias"])])
        deep = self.dense(wide, f"{layer}_down", own["down_weight"], own["down_bias"])
        done = self.norm(self.add("Add", [state, deep]), f"{layer}_done", own["done_weight"], own["done_bias"])
        return done, self.add("Unsqueeze", [fresh, self.numbers(0)])

    def dense(self, state: str, name: str, weight: Array, bias: Array) -> str:
        """State times weight plus bias, the product in whole numbers."""
        scales = np.maximum(np.abs(weight).max(axis=0), 1e-8) / _LARGEST_WEIGHT
        whole = self.constant(f"{name}_weight", np.round(weight / scales).astype(np.int8))
        largest = self.add("ReduceMax", [self.add("Abs", [state]), self.numbers(-1)], keepdims=1)
        scale = self.add("Mul", [self.add("Max", [largest, self.number(1e-6, "tiny")]), self.number(1 / _LARGEST_INPUT, "input_step")])
        steps = self.add("Round", [self.add("Div", [state, scale])])
        zero = self.constant("zero_point", np.array(128, np.uint8))
        inputs = self.add("Cast", [self.add("Add", [steps, self.number(128.0, "offset")])], to=TensorProto.UINT8)
        product = self.add("Cast", [self.add("MatMulInteger", [inputs, whole, zero])], to=TensorProto.FLOAT)
        scaled = self.add("Mul", [product, scale])
        return self.add(
            "Add",
            [self.add("Mul", [scaled, self.constant(f"{name}_scale", scales.astype(np.float32))]), self.constant(f"{name}_bias", bias)],
        )

    def norm(self, state: str, name: str, weight: Array, bias: Array) -> str:
        """Layer normalisation."""
        given = [state, self.constant(f"{name}_weight", weight), self.constant(f"{name}_bias", bias)]
        return self.add("LayerNormalization", given, axis=-1, epsilon=EPSILON)

    def model(self) -> onnx.ModelProto:
        """The checked model."""
        both = ["sentences", "tokens"]
        inputs = [
            helper.make_tensor_value_info("ids", TensorProto.INT64, both),
            helper.make_tensor_value_info("positions", TensorProto.INT64, both),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["sentences", 1, "tokens", "seen"]),
            helper.make_tensor_value_info("past", TensorProto.FLOAT, [LAYERS, 2, "sentences", ATTENTION_HEADS, "before", _SIZE]),
        ]
        outputs = [
            helper.make_tensor_value_info("state", TensorProto.FLOAT, [*both, UNITS]),
            helper.make_tensor_value_info("present", TensorProto.FLOAT, [LAYERS, 2, "sentences", ATTENTION_HEADS, "tokens", _SIZE]),
        ]
        graph = helper.make_graph(self.nodes, "encoder", inputs, outputs, list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
        onnx.checker.check_model(model)
        return model
